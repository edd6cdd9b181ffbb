import { Readable } from 'node:stream';
import { sql } from '../../../src/database/sql';
import { clamdPing, clamdPlace, clamdScan, ScannerUnavailable } from '../../../src/files/clamd';
import { onEachDatabase } from '../../support/databases';
import { eicar, FakeClamd } from '../../support/fake-clamd';
import { Cabinet, openCabinet, owner, scout } from './cabinet';
import { pdf } from './zip';

const ill = Buffer.concat([pdf, eicar]);
/** Whoever answers may be kept waiting by other work on the machine; whoever does not is given up soon. */
const patience = { connectMs: 10_000, idleMs: 10_000 };
const impatience = { connectMs: 200, idleMs: 200 };

describe('clamd', () => {
  let clamd: FakeClamd;
  beforeEach(async () => {
    clamd = await FakeClamd.start();
  });
  afterEach(() => clamd.stop());
  const ask = (bytes: Buffer[], at = clamd, wait = patience): Promise<string | null> =>
    clamdScan(clamdPlace(at.url), Readable.from(bytes), wait);

  it('says what it found, or nothing, however the bytes are cut', async () => {
    expect(await ask([pdf])).toBeNull();
    expect(await ask([ill])).toBe('Eicar-Signature');
    expect(await ask([...ill].map((byte) => Buffer.from([byte])))).toBe('Eicar-Signature');
    const large = Array.from({ length: 320 }, () => Buffer.alloc(64 * 1024, 'x'));
    expect(await ask([...large, eicar])).toBe('Eicar-Signature');
    await expect(clamdPing(clamdPlace(clamd.url), patience)).resolves.toBeUndefined();
  });

  it('is asked by its socket in the file system as well', async () => {
    const local = await FakeClamd.start('socket');
    expect(await ask([ill], local)).toBe('Eicar-Signature');
    await local.stop();
    await expect(ask([pdf], local)).rejects.toThrow(ScannerUnavailable);
  });

  it.each(['stalled', 'strange', 'full'] as const)(
    'that is %s is unavailable, never content',
    async (mood) => {
      clamd.mood = mood;
      const began = Date.now();
      await expect(ask([Buffer.alloc(1024 * 1024)], clamd, impatience)).rejects.toThrow(ScannerUnavailable);
      expect(Date.now() - began).toBeLessThan(3000);
    },
  );

  it.each([
    ['clamd://127.0.0.1', { host: '127.0.0.1', port: 3310 }],
    ['clamd://scanner.city:3311', { host: 'scanner.city', port: 3311 }],
    ['clamd:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('at %s is found', (url, place) => {
    expect(clamdPlace(url)).toEqual(place);
  });
});

onEachDatabase('U-10: an attachment where a scanner is configured', (dialect) => {
  let clamd: FakeClamd;
  let cabinet: Cabinet;
  beforeEach(async () => {
    clamd = await FakeClamd.start();
    cabinet = await openCabinet(dialect, { SCAN_URL: clamd.url });
    cabinet.readers.register('lead', { mayRead: () => Promise.resolve(true) });
  });
  afterEach(async () => {
    await cabinet.database.close();
    await clamd.stop();
  });

  const scans = (): Promise<{ id: string; state: string; found: string | null }[]> =>
    cabinet.database.reader.rows(sql`select id, state, found from file_scan order by id`);
  const problems = async (): Promise<string[]> =>
    (await cabinet.verifier.verify(cabinet.database.reader)).problems.map(({ words }) => words);

  it('is refused when a virus is in it and leaves nothing; without a scanner it is taken', async () => {
    await expect(cabinet.files.store(ill, 'a.pdf', owner)).rejects.toMatchObject({
      status: 422,
      refusal: { because: 'fileInfected', details: { found: 'Eicar-Signature' } },
    });
    expect([cabinet.onDisk(), await scans()]).toEqual([[], []]);
    const control = await openCabinet(dialect);
    expect((await control.files.store(ill, 'a.pdf', owner)).name).toBe('a.pdf');
    await control.database.close();
  });

  it('is given out when it is clean', async () => {
    const { id } = await cabinet.files.store(pdf, 'a.pdf', owner);
    expect(await scans()).toEqual([{ id, state: 'clean', found: null }]);
    expect((await cabinet.files.open(scout, id)).file.id).toBe(id);
    expect(await problems()).toEqual([]);
  });

  it('is kept and given to nobody while the scanner is away, and let through by itself', async () => {
    await clamd.stop();
    const { id } = await cabinet.files.store(pdf, 'a.pdf', owner);
    expect(await scans()).toEqual([{ id, state: 'waiting', found: null }]);
    const refused = { status: 409, refusal: { because: 'fileWaiting' } };
    await expect(cabinet.files.open(scout, id)).rejects.toMatchObject(refused);
    expect(await cabinet.scans.rescan()).toBe(0);
    await expect(cabinet.files.open(scout, id)).rejects.toMatchObject(refused);
    await clamd.back();
    expect(await cabinet.scans.rescan()).toBe(1);
    expect((await cabinet.files.open(scout, id)).file.id).toBe(id);
    expect(await problems()).toEqual([]);
  });

  it('is withheld for good when the virus is found later, also in files older than the scanner', async () => {
    await clamd.stop();
    const waiting = await cabinet.files.store(ill, 'a.pdf', owner);
    const older = await cabinet.files.store(Buffer.concat([ill, pdf]), 'b.pdf', owner);
    await cabinet.database.work.run((tx) => tx.run(sql`delete from file_scan where id = ${older.id}`));
    await clamd.back();
    expect(await cabinet.scans.rescan()).toBe(2);
    for (const { id } of [waiting, older])
      await expect(cabinet.files.open(scout, id)).rejects.toMatchObject({
        status: 409,
        refusal: { because: 'fileWithheld' },
      });
    expect(await cabinet.scans.rescan()).toBe(0);
  });

  it('cannot be let out by changing the row: verify names it', async () => {
    await clamd.stop();
    const { id } = await cabinet.files.store(pdf, 'a.pdf', owner);
    await cabinet.database.work.run((tx) => tx.run(sql`update file_scan set state = 'clean'`));
    expect((await problems()).join()).toContain(id);
  });

  it('goes together with what the scanner said of it', async () => {
    const { id } = await cabinet.files.store(pdf, 'a.pdf', owner);
    await cabinet.database.work.run((tx) => cabinet.files.remove(tx, id, owner.actor));
    expect([await scans(), await problems()]).toEqual([[], []]);
  });
});
