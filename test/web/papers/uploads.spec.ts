import { once } from 'node:events';
import { createServer } from 'node:http';
import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { Jobs } from '../../../src/jobs/jobs';
import { Verifier } from '../../../src/ledger/verifier';
import { sql } from '../../../src/database/sql';
import { onEachDatabase } from '../../support/databases';
import { eicar, FakeClamd } from '../../support/fake-clamd';
import type { Visitor } from '../../support/visitor';
import { jpeg, office, pdf, png, zip } from '../../integration/files/zip';
import { hangUpHalfway, PaperCity, type Sent } from './paper-city';

const megabyte = 1024 * 1024;
const pdfOf = (bytes: number, mark = ''): Buffer =>
  Buffer.concat([pdf, Buffer.from(mark), Buffer.alloc(bytes - pdf.length - mark.length, 'x')]);
const html = Buffer.from('<!doctype html><html><script>document.title="ran"</script></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

onEachDatabase('uploads', (dialect) => {
  let papers: PaperCity;
  let scout: Visitor;
  let clamd: FakeClamd;
  let port: number;
  beforeAll(async () => {
    clamd = await FakeClamd.start();
    papers = await PaperCity.found(dialect, { SCAN_URL: clamd.url });
    scout = await papers.city.app.signedIn('scout-01');
    port = await papers.listen();
  }, 60_000);
  afterAll(async () => {
    await papers.close();
    await clamd.stop();
  });

  /** The answer to each, and whether anything of it stayed. */
  async function sendAll(files: readonly Sent[]): Promise<[name: string, status: number, kept: number][]> {
    const lead = await papers.draft();
    const found: [string, number, number][] = [];
    for (const file of files) {
      const before = papers.onDisk().length;
      const { statusCode } = await papers.send(scout, lead, file);
      found.push([file.name, statusCode, papers.onDisk().length - before]);
    }
    expect(await papers.filesOf(lead)).toHaveLength(found.filter(([, status]) => status === 303).length);
    return found;
  }
  const sent = (name: string, content: Buffer): Sent => ({ name, content });

  it('U-01: are taken by extension and content together; what pretends, hides or is empty is refused', async () => {
    const good = [
      sent('a.pdf', pdf),
      sent('a.docx', office('docx')),
      sent('a.jpg', jpeg(9, 9)),
      sent('a.png', png(9, 9)),
    ];
    expect(await sendAll(good)).toEqual(good.map(({ name }) => [name, 303, 1]));
    const bad = [
      sent('a.pdf.html', pdf),
      sent('a.html%00.pdf', pdf),
      sent('b.html\0.pdf', pdf),
      sent('c.pdf', Buffer.alloc(0)),
      sent('d.pdf', Buffer.from([0xff, 0xfe, 0x41, 0])),
      sent('e.txt', Buffer.from([0xff, 0xfe, 0x41, 0])),
      sent('f.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), html])),
      sent('g.jpg', Buffer.concat([jpeg(9, 9), Buffer.from('<script>x</script>')])),
      sent('h.png', Buffer.concat([png(9, 9), Buffer.from('%PDF-1.7 ')])),
      sent('i.pdf', Buffer.concat([pdf, zip([{ name: 'x.class', data: 'x' }])])),
      sent('j.jpg', Buffer.concat([jpeg(9, 9), Buffer.alloc(2000), zip([{ name: 'x', data: 'x' }])])),
      sent('k.exe', Buffer.from('MZ')),
    ];
    const answers = await sendAll(bad);
    expect(answers.map(([name, status, kept]) => [name, status >= 400 && status < 500, kept])).toEqual(
      bad.map(({ name }) => [name, true, 0]),
    );
  });

  it('U-02: come back to be saved, never shown: attachment, nosniff, sandbox, our type, the Chinese name', async () => {
    const lead = await papers.draft();
    const file = { name: '立项 报告\r\nX: y"(终).pdf', content: pdf, type: 'text/html' };
    // A browser writes line ends in names as %0D%0A.
    await papers.send(scout, lead, { ...file, name: '立项 报告%0D%0AX: y(终).pdf' });
    const [id] = await papers.filesOf(lead);
    const answer = await scout.get(`/files/${id}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'private, no-store',
      'accept-ranges': 'none',
    });
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''%E7%AB%8B%E9%A1%B9[\w%.-]+\.pdf$/,
    );
    expect(answer.headers['x']).toBeUndefined();
    expect(answer.rawPayload).toEqual(pdf);
    const head = await scout.head(`/files/${id}`);
    expect([head.statusCode, head.body, head.headers['content-disposition']]).toEqual([
      200,
      '',
      answer.headers['content-disposition'],
    ]);
    const part = await scout.get(`/files/${id}`, { range: 'bytes=0-3' });
    expect([part.statusCode, part.rawPayload.length]).toEqual([200, pdf.length]);
  });

  it('U-03: of SVG, HTML and XML are never stored, whatever they are called', async () => {
    const names = ['a.svg', 'a.html', 'a.xml', 'a.pdf', 'a.png', 'a.jpg', 'a.docx'];
    const files = names.flatMap((name) => [sent(name, svg), sent(name, html)]);
    expect(await sendAll(files)).toEqual(files.map(({ name }) => [name, 422, 0]));
  });

  it('U-04: with any name lie under their hash and nowhere else', async () => {
    const names = [
      '../../x.pdf',
      'C:\\x.pdf',
      'con.pdf',
      '..pdf',
      `${'长'.repeat(300)}.pdf`,
      'a\u202efdp.pdf',
      '🏭.pdf',
    ];
    const files = names.map((name, n) => sent(name, pdfOf(200, `name ${n}`)));
    expect(await sendAll(files)).toEqual(names.map((name) => [name, 303, 1]));
    expect((await sendAll([sent('.', pdf), sent('..', pdf)])).map(([, status]) => status)).toEqual([
      422, 422,
    ]);
    expect(papers.onDisk().filter((path) => !/^([0-9a-f]{2})\/\1[0-9a-f]{62}$/.test(path))).toEqual([]);
  });

  it('U-05: of one byte too many are refused with 413 and leave nothing; of the limit itself are taken', async () => {
    const most = 20 * megabyte;
    expect(await sendAll([sent('a.pdf', pdfOf(most, 'most'))])).toEqual([['a.pdf', 303, 1]]);
    expect(await sendAll([sent('a.pdf', pdfOf(most + 1, 'more'))])).toEqual([['a.pdf', 413, 0]]);
  });

  it('U-05: that break off halfway, two hundred times, leave no orphan; the whole one stays', async () => {
    const lead = await papers.draft();
    const [disk, known] = [papers.onDisk(), await papers.known()];
    const whole = pdfOf(256 * 1024, 'broken off');
    const arrived = (): boolean => papers.onDisk().some((path) => path.startsWith('incoming'));
    for (let round = 0; round < 10; round += 1)
      await Promise.all(
        Array.from({ length: 20 }, () => hangUpHalfway(port, scout, `/leads/${lead}/files`, whole, arrived)),
      );
    const until = Date.now() + 5000;
    // The server learns of a dead connection a moment after we do, and of some it may not yet have read a byte.
    const connections = (): Promise<number> =>
      new Promise((counted) =>
        papers.city.app.app.getHttpServer().getConnections((_error: Error | null, n: number) => counted(n)),
      );
    while (((await connections()) > 0 || papers.onDisk().length > disk.length) && Date.now() < until)
      await new Promise(setImmediate);
    expect([papers.onDisk(), await papers.known()]).toEqual([disk, known]);
    expect((await papers.send(scout, lead, sent('a.pdf', whole))).statusCode).toBe(303);
    expect(papers.onDisk()).toHaveLength(disk.length + 1);
  }, 60_000);

  it('U-05: of several files are all taken or none, and none stays behind', async () => {
    const lead = await papers.draft();
    const before = papers.onDisk();
    const good = sent('好.pdf', pdfOf(300, 'several'));
    expect((await papers.send(scout, lead, good, sent('b.exe', pdf))).statusCode).toBe(422);
    expect([papers.onDisk(), await papers.filesOf(lead)]).toEqual([before, []]);
    expect((await papers.send(scout, lead, good, sent('b.pdf', pdf))).statusCode).toBe(303);
    expect(await papers.filesOf(lead)).toHaveLength(2);
  });

  it('U-06: that burst when unpacked are refused at once, and others are answered meanwhile', async () => {
    // 64 MB of nothing, sixteen times over: 1 GB from about a megabyte.
    const piece = deflateRawSync(Buffer.alloc(64 * megabyte), { finishFlush: constants.Z_SYNC_FLUSH });
    const burst = Buffer.concat([...Array.from({ length: 16 }, () => piece), Buffer.from([3, 0])]);
    const part = { name: 'xl/sheet.xml', data: '', packed: burst };
    const honest = office('xlsx', [{ ...part, claims: { size: 1024 * megabyte } }]);
    const lying = office('xlsx', [{ ...part, claims: { size: 90 * megabyte } }]);
    const small = office('xlsx', [{ ...part, claims: { size: 10 } }]);
    expect(honest.length).toBeLessThan(1.1 * megabyte);
    const lead = await papers.draft();
    const memory = process.memoryUsage().rss;
    for (const content of [honest, lying, small]) {
      const began = Date.now();
      const refused = papers.send(scout, lead, { name: 'a.xlsx', content });
      const other = await papers.city.app.visitor().get('/healthz');
      expect([other.statusCode, Date.now() - began < 1000]).toEqual([200, true]);
      expect((await refused).statusCode).toBe(422);
      expect(Date.now() - began).toBeLessThan(2000);
    }
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * megabyte);
    const control = office('xlsx', [{ name: 'xl/sheet.xml', data: Buffer.alloc(megabyte / 2) }]);
    expect((await papers.send(scout, lead, { name: 'a.xlsx', content: control })).statusCode).toBe(303);
  });

  it('U-07: of too many pixels, archives in archives, 100,000 entries and links are refused', async () => {
    const many = zip(
      Array.from({ length: 100_000 }, (_, n) => ({ name: `x${n}`, data: '', packed: Buffer.from([3, 0]) })),
    );
    const bad = [
      sent('a.png', png(50_000, 50_000)),
      sent('a.jpg', jpeg(50_000, 50_000)),
      sent('a.docx', office('docx', [{ name: 'word/x.zip', data: zip([{ name: 'y', data: 'y' }]) }])),
      sent('a.xlsx', many),
      sent('a.docx', office('docx', [{ name: 'word/x', data: '/etc/passwd', claims: { mode: 0o120777 } }])),
    ];
    expect(await sendAll(bad)).toEqual(bad.map(({ name }) => [name, 422, 0]));
    expect(await sendAll([sent('a.png', png(9_000, 9_000))])).toEqual([['a.png', 303, 1]]);
  });

  it('U-08: with entities or a document type are refused, and nobody is called', async () => {
    const calls: string[] = [];
    const elsewhere = createServer((request, answer) => {
      calls.push(request.url ?? '');
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const at = `http://127.0.0.1:${(elsewhere.address() as { port: number }).port}`;
    const evil = [
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>`,
      `<?xml version="1.0"?><!DOCTYPE x SYSTEM "${at}/evil.dtd"><x/>`,
      `<?xml version="1.0"?>${' '.repeat(70_000)}<!DOCTYPE x [<!ENTITY % y SYSTEM "${at}/p">%y;]><x/>`,
    ];
    const bad = evil.flatMap((data) => [
      sent('a.docx', office('docx', [{ name: 'word/styles.xml', data }])),
      sent('a.xlsx', office('xlsx', [{ name: 'xl/_rels/workbook.xml.rels', data }])),
      sent('a.xlsx', office('xlsx', [{ name: 'xl/a.xml', data: Buffer.from(data, 'utf16le') }])),
      sent('a.svg', Buffer.from(data)),
    ]);
    expect(await sendAll(bad)).toEqual(bad.map(({ name }) => [name, 422, 0]));
    expect(calls).toEqual([]);
    const plain = office('docx', [{ name: 'word/styles.xml', data: '<?xml version="1.0"?><x/>' }]);
    expect(await sendAll([sent('a.docx', plain)])).toEqual([['a.docx', 303, 1]]);
    elsewhere.close();
  });

  it('U-10: with a virus are refused; while the scanner is away they are kept back, in words', async () => {
    const lead = await papers.draft();
    const ill = await papers.send(scout, lead, sent('a.pdf', Buffer.concat([pdf, eicar])));
    expect([ill.statusCode, ill.body.includes('查毒发现问题（Eicar-Signature）')]).toEqual([422, true]);
    await clamd.stop();
    const waiting = sent('等着.pdf', pdfOf(500, 'waiting'));
    expect((await papers.send(scout, lead, waiting)).statusCode).toBe(303);
    const [id] = await papers.filesOf(lead);
    const page = await scout.get(`/leads/${lead}`);
    expect(page.body).toContain('正在等待查毒：查毒服务暂时连不上');
    expect(page.body).toContain('等待查毒，暂不能下载');
    expect(page.body).not.toContain(`href="/files/${id}"`);
    const refused = await scout.get(`/files/${id}`);
    expect([refused.statusCode, refused.body.includes('正在等待查毒')]).toEqual([409, true]);
    const secretary = await papers.city.app.signedIn('secretary-01');
    expect((await secretary.get('/')).body).toContain('等着.pdf');
    await clamd.back();
    await papers.city.app.get(Jobs).runNow('rescanFiles');
    expect((await scout.get(`/files/${id}`)).statusCode).toBe(200);
    expect((await secretary.get('/')).body).not.toContain('等着.pdf');
  });

  it('U-10: altered on disk are refused, stand on the desk of the secretariat, and verify names them', async () => {
    const lead = await papers.draft();
    await papers.send(
      scout,
      lead,
      sent('改动.pdf', pdfOf(700, 'altered')),
      sent('完好.pdf', pdfOf(700, 'right')),
    );
    const [altered, right] = [
      await papers.fileNamed(lead, '改动.pdf'),
      await papers.fileNamed(lead, '完好.pdf'),
    ];
    const row = await papers.city.app.reader.one<{ sha256: string }>(
      sql`select sha256 from stored_file where id = ${altered}`,
    );
    const hash = row?.sha256 ?? '';
    const path = join(papers.city.app.config.DATA_DIR, 'files', hash.slice(0, 2), hash);
    const verify = async (): Promise<string[]> =>
      (await papers.city.app.get(Verifier).verify(papers.city.app.reader)).problems.map(({ words }) => words);
    const secretary = await papers.city.app.signedIn('secretary-01');
    expect([await verify(), (await secretary.get('/')).body.includes('附件异常')]).toEqual([[], false]);
    writeFileSync(path, pdfOf(700, 'ALTERED'));
    expect((await scout.get(`/files/${altered}`)).statusCode).toBe(409);
    expect((await scout.get(`/files/${right}`)).statusCode).toBe(200);
    const desk = (await secretary.get('/')).body;
    expect(desk).toContain('改动.pdf');
    expect(desk).not.toContain('完好.pdf');
    expect((await verify()).join()).toContain(altered);
    unlinkSync(path);
    expect((await scout.get(`/files/${altered}`)).statusCode).toBe(409);
    writeFileSync(path, pdfOf(700, 'altered'));
    expect((await scout.get(`/files/${altered}`)).statusCode).toBe(200);
    expect([await verify(), (await secretary.get('/')).body.includes('附件异常')]).toEqual([[], false]);
  });

  it('U-09: of one scout stop at the quota, however many come at once; with room for all, all are taken', async () => {
    const fresh = await papers.city.app.signedIn('scout-02');
    await fresh.csrfToken();
    const fifty = async (): Promise<number> => {
      const leads = await Promise.all(Array.from({ length: 5 }, () => papers.draft('scout-02')));
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          papers.send(fresh, leads[n % 5] ?? '', sent('a.pdf', pdfOf(megabyte, `quota ${leads[0]} ${n}`))),
        ),
      );
      const statuses = answers.map(({ statusCode }) => statusCode);
      expect(statuses.filter((status) => status !== 303 && status !== 422)).toEqual([]);
      return statuses.filter((status) => status === 303).length;
    };
    await papers.limit({ scoutFiles: 12 });
    expect(await fifty()).toBe(12);
    await papers.limit({ scoutFiles: 1000, scoutMegabytes: 40 });
    expect(await fifty()).toBe(28);
    await papers.limit({ scoutMegabytes: 2000 });
    expect(await fifty()).toBe(50);
  }, 60_000);
});
