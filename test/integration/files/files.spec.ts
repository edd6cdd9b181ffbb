import { createHash } from 'node:crypto';
import { utimesSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { FileTooLarge, MOST_BYTES } from '../../../src/files/file-refusals';
import { Refused } from '../../../src/domain/shared/refusal';
import { onEachDatabase } from '../../support/databases';
import { Cabinet, openCabinet, owner, scout } from './cabinet';
import { jpeg, office, pdf, png, zip } from './zip';

const noise = (bytes: number): Buffer => Buffer.alloc(bytes, 'x');
const pdfOf = (bytes: number, mark = ''): Buffer =>
  Buffer.concat([pdf, Buffer.from(mark), noise(bytes - pdf.length - mark.length)]);

onEachDatabase('an attachment', (dialect) => {
  let cabinet: Cabinet;
  beforeEach(async () => {
    cabinet = await openCabinet(dialect);
  });
  afterEach(() => cabinet.database.close());

  const because = async (bytes: Buffer | Readable, name: string): Promise<string> => {
    try {
      await cabinet.files.store(bytes, name, owner);
      return 'taken';
    } catch (error) {
      if (error instanceof FileTooLarge) return `${error.getStatus()} ${error.refusal.because}`;
      if (error instanceof Refused) return `${error.status} ${error.refusal.because}`;
      throw error;
    }
  };

  it('is stored under the hash of its content and comes back as it was', async () => {
    const file = await cabinet.files.store(
      Readable.from([pdf.subarray(0, 5), pdf.subarray(5)]),
      '立项 报告.pdf',
      owner,
    );
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(file).toMatchObject({
      sha256,
      name: '立项 报告.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
    });
    expect(cabinet.onDisk()).toEqual([`${cabinet.folder}/${sha256.slice(0, 2)}/${sha256}`]);
    cabinet.readers.register('lead', { mayRead: () => Promise.resolve(true) });
    const opened = await cabinet.files.open(scout, file.id);
    expect(Buffer.concat(await opened.bytes().toArray())).toEqual(pdf);
  });

  it.each<[string, Buffer, string]>([
    ['a.PDF', pdf, 'taken'],
    ['a.docx', office('docx'), 'taken'],
    ['a.xlsx', office('xlsx'), 'taken'],
    ['a.pptx', office('pptx'), 'taken'],
    ['a.jpeg', jpeg(4000, 3000), 'taken'],
    ['a.png', png(4000, 3000), 'taken'],
    ['a.pdf', Buffer.alloc(0), '422 fileEmpty'],
    ['a.pdf.html', pdf, '422 fileKind'],
    ['a.html%00.pdf', pdf, '422 fileName'],
    ['a.html\0.pdf', pdf, '422 fileName'],
    ['a.exe .pdf', pdf, '422 fileName'],
    ['a', pdf, '422 fileKind'],
    ['a.svg2', Buffer.from('<svg/>'), '422 fileKind'],
    ['a.txt', Buffer.from([0xff, 0xfe, 0x41, 0]), '422 fileKind'],
    ['a.pdf', Buffer.from('<html>%PDF-1.7'), '422 fileContent'],
    ['a.pdf', office('docx'), '422 fileContent'],
    ['a.docx', office('xlsx'), '422 fileContent'],
    ['a.docx', zip([{ name: 'x', data: 'x' }]), '422 fileContent'],
    ['a.docx', Buffer.from('PK\u0003\u0004 and then nothing'), '422 fileUnsafe'],
    ['a.png', jpeg(10, 10), '422 fileContent'],
    ['a.png', png(50_000, 50_000), '422 fileUnsafe'],
    ['a.jpg', jpeg(50_000, 50_000), '422 fileUnsafe'],
    ['a.docx', office('docx', [{ name: 'word/vbaProject.bin', data: 'x' }]), '422 fileMacro'],
    ['a.docx', office('docx', [{ name: 'word/x.zip', data: 'x' }]), '422 fileUnsafe'],
    ['a.docx', office('docx', [{ name: '../x.xml', data: 'x' }]), '422 fileUnsafe'],
    ['a.docx', office('docx', [{ name: 'x', data: 'y', claims: { mode: 0o120777 } }]), '422 fileUnsafe'],
    ['a.docx', office('docx', [{ name: 'x', data: 'y', claims: { flags: 1 } }]), '422 fileUnsafe'],
    ['a.xlsx', office('xlsx', [{ name: 'x', data: noise(100_000), claims: { size: 10 } }]), '422 fileUnsafe'],
    ['a.xlsx', office('xlsx', [{ name: 'x', data: noise(10), claims: { size: 1000 } }]), '422 fileUnsafe'],
  ])('named %j (case %#) is taken or refused by name and content', async (name, bytes, answer) => {
    expect(await because(bytes, name)).toBe(answer);
    expect(cabinet.onDisk()).toHaveLength(answer === 'taken' ? 1 : 0);
  });

  it('that would burst when unpacked is refused at once, without being unpacked', async () => {
    const bomb = office('xlsx', [{ name: 'xl/sheet.xml', data: noise(200 * 1024 * 1024) }]);
    const lying = office('xlsx', [
      { name: 'xl/sheet.xml', data: noise(200 * 1024 * 1024), claims: { size: 9 } },
    ]);
    const many = office(
      'xlsx',
      Array.from({ length: 6000 }, (_, n) => ({ name: `x${n}`, data: '' })),
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const began = Date.now();
    const before = process.memoryUsage().rss;
    for (const bytes of [bomb, lying, many]) expect(await because(bytes, 'a.xlsx')).toBe('422 fileUnsafe');
    expect(Date.now() - began).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('may have exactly 20 MB and not a byte more; nothing of a larger one stays', async () => {
    expect(await because(Readable.from([pdfOf(MOST_BYTES)]), 'a.pdf')).toBe('taken');
    const more = Readable.from([pdfOf(MOST_BYTES), Buffer.from('x')]);
    expect(await because(more, 'a.pdf')).toBe('413 fileTooLarge');
    expect(cabinet.onDisk()).toHaveLength(1);
  });

  it('leaves nothing when the sender breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield pdf;
        await wait(1);
        throw new Error('connection reset');
      })(),
    );
    await expect(cabinet.files.store(broken, 'a.pdf', owner)).rejects.toThrow('connection reset');
    expect(cabinet.onDisk()).toEqual([]);
  });

  it.each([
    ['../../x.pdf', 'x.pdf'],
    ['C:\\Users\\gu\\报告.pdf', '报告.pdf'],
    ['con.pdf', 'con.pdf'],
    ['fdp.\u202etxt.pdf', 'fdp.txt.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
    ['🏭😀.pdf', '🏭😀.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(115)}….pdf`],
  ])('named %j is shown as %j', async (given, shown) => {
    expect((await cabinet.files.store(pdf, given, owner)).name).toBe(shown);
    expect(cabinet.onDisk()).toHaveLength(1);
  });

  it('cannot pass 100 MB of its subject, not even with eight sent at once', async () => {
    const sent = Array.from({ length: 8 }, (_, n) => because(pdfOf(15 * 1024 * 1024, String(n)), 'a.pdf'));
    const answers = (await Promise.all(sent)).sort();
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(6);
    expect(answers.filter((answer) => answer === '422 filesTooLarge')).toHaveLength(2);
  });

  it('is read only by whom its subject allows, and otherwise does not exist', async () => {
    const { id } = await cabinet.files.store(pdf, 'a.pdf', owner);
    await expect(cabinet.files.open(scout, id)).rejects.toMatchObject({ status: 404 });
    cabinet.readers.register('lead', {
      mayRead: ({ personId }) => Promise.resolve(personId === scout.personId),
    });
    expect((await cabinet.files.open(scout, id)).file.id).toBe(id);
    const other = { ...scout, personId: 'x' };
    const refusals = await Promise.allSettled([
      cabinet.files.open(other, id),
      cabinet.files.open(scout, 'unknown'),
    ]);
    expect(refusals.map((one) => (one.status === 'rejected' ? String(one.reason) : 'read'))).toEqual(
      ['Error: refused: notFound', 'Error: refused: notFound'].map((text) =>
        text.replace('Error', 'Refused'),
      ),
    );
  });

  it('that was changed on disk or in the database is not given out, and the verifier names it', async () => {
    cabinet.readers.register('lead', { mayRead: () => Promise.resolve(true) });
    const { id } = await cabinet.files.store(pdf, 'a.pdf', owner);
    expect((await cabinet.verifier.verify(cabinet.database.reader)).problemCount).toBe(0);
    writeFileSync(cabinet.onDisk()[0] ?? '', Buffer.from(pdf).fill('X', 20, 21));
    await expect(cabinet.files.open(scout, id)).rejects.toMatchObject({ status: 409 });
    const { problems } = await cabinet.verifier.verify(cabinet.database.reader);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.words).toContain(id);
  });

  it('goes with a record, and its bytes only when nobody else has them and time has passed', async () => {
    const first = await cabinet.files.store(pdf, 'a.pdf', owner);
    const second = await cabinet.files.store(pdf, 'b.pdf', owner);
    const remove = (id: string) =>
      cabinet.database.work.run((tx) => cabinet.files.remove(tx, id, owner.actor));
    expect(await remove(first.id)).toBe(true);
    expect(await remove(first.id)).toBe(false);
    const age = (): void => cabinet.onDisk().forEach((path) => utimesSync(path, 0, 0));
    age();
    expect(await cabinet.files.sweep()).toBe(0);
    await remove(second.id);
    await cabinet.files.receive(office('docx'), 'just arrived.docx');
    expect(await cabinet.files.sweep()).toBe(1);
    expect(cabinet.onDisk()).toHaveLength(1);
    expect((await cabinet.verifier.verify(cabinet.database.reader)).problemCount).toBe(0);
  });
});
