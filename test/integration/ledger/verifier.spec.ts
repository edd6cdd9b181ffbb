import { sql } from '../../../src/database/sql';
import { entryHash, GENESIS } from '../../../src/ledger/chain';
import type { GivenHead } from '../../../src/ledger/heads-file';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { onEachDatabase } from '../../support/databases';
import { LedgerWorld, ledgerWorld, rewriteEverything, secretary } from './chain';

const dayNames = ['元旦', '春节', '清明', '劳动节', '端午', '中秋'];
const day = (n: number): string => `2026-0${n}-01`;

onEachDatabase('verify', (dialect) => {
  let world: LedgerWorld;
  let head: GivenHead;
  beforeEach(async () => {
    world = await ledgerWorld(dialect);
    for (const [index, name] of dayNames.entries()) await world.sealDay(day(index + 1), name);
    head = await world.database.work.run((tx) => world.ledger.fixHead(tx, 'round.closed Y-2026-01'));
  });
  afterEach(() => world.database.close());

  const found = async (heads: GivenHead[] = []): Promise<string[]> =>
    (await world.verify(heads)).problems.map(
      ({ what, seq, subject }) => `${what} ${[subject, seq].filter(Boolean).join(' ')}`,
    );

  it('finds nothing wrong where nothing is, and counts what it looked at', async () => {
    world.checks.register({ name: 'holidays have names', run: () => Promise.resolve([]) });
    expect(await world.verify([head])).toMatchObject({
      entries: 6,
      rows: { day: 6 },
      storedHeads: 1,
      givenHeads: 1,
      unchecked: [],
      checks: ['holidays have names'],
      problemCount: 0,
    });
  });

  it.each([
    ["update calendar_day set name = '春假' where day = '2026-02-01'", ['changed day 2026-02-01 2']],
    ["update calendar_day set kind = 'workday' where day = '2026-03-01'", ['changed day 2026-03-01 3']],
    ["delete from calendar_day where day = '2026-04-01'", ['missing day 2026-04-01 4']],
    ["insert into calendar_day values ('2026-07-01', 'holiday', '七一')", ['unknown day 2026-07-01']],
    [
      "update calendar_day set day = '2026-07-02' where day = '2026-01-01'",
      ['unknown day 2026-07-02', 'missing day 2026-01-01 1'],
    ],
  ])('T-01 names the row after: %s', async (statement, problems) => {
    await world.tamper(statement);
    expect(await found()).toEqual(problems);
  });

  it.each([
    ['at', "'2026-03-05T02:12:00.001Z'"],
    ['kind', "'day.changed'"],
    ['actor_id', "'01h0000000000000000000000a'"],
    ['actor_label', "'别人'"],
    ['subject_type', "'Day'"],
    ['subject_id', "'2026-09-01'"],
    ['facts', `'{"digest":"${GENESIS}"}'`],
    ['previous_hash', `'${GENESIS}'`],
    ['hash', `'${GENESIS}'`],
  ])('T-01 names the entry whose %s was changed', async (column, value) => {
    await world.tamper(`update ledger_entry set ${column} = ${value} where seq = 3`);
    expect(await found()).toContain('wrongHash 3');
  });

  it('T-01 finds a number that was changed', async () => {
    await world.tamper('update ledger_entry set seq = 30 where seq = 3');
    expect(await found()).toEqual(expect.arrayContaining(['gap 4', 'brokenChain 4', 'wrongHash 30']));
  });

  it('T-02 finds an entry deleted from the middle', async () => {
    await world.tamper('delete from ledger_entry where seq = 3');
    expect(await found()).toEqual(['gap 4', 'brokenChain 4', 'unknown day 2026-03-01']);
  });

  it('T-02 finds two entries that changed places', async () => {
    await world.tamper('update ledger_entry set seq = 100 where seq = 3');
    await world.tamper('update ledger_entry set seq = 3 where seq = 4');
    await world.tamper('update ledger_entry set seq = 4 where seq = 100');
    expect(await found()).toEqual(expect.arrayContaining(['wrongHash 3', 'wrongHash 4', 'brokenChain 5']));
  });

  it('T-02 finds an entry that was slipped in with a hash of its own', async () => {
    const [third] = await world.database.reader.find(LedgerEntry, sql`where seq = 3`);
    const forged = { ...(third as LedgerEntry), actorLabel: '别人' };
    await world.tamper(
      `update ledger_entry set actor_label = '别人', hash = '${entryHash(forged)}' where seq = 3`,
    );
    expect(await found()).toEqual(['brokenChain 4']);
  });

  it('T-03 finds the last entries cut off, by the tip and by the heads', async () => {
    await world.tamper('delete from ledger_entry where seq > 4');
    expect(await found([head])).toEqual([
      'unknown day 2026-05-01',
      'unknown day 2026-06-01',
      'truncated 4',
      'headMissing 6',
      'headMissing 6',
    ]);
  });

  it('T-02 finds an entry that stands there twice', async () => {
    await world.tamper(
      `insert into ledger_entry select 7, at, kind, actor_id, actor_label, subject_type, subject_id, facts,
        previous_hash, hash from ledger_entry where seq = 6`,
    );
    expect(await found()).toEqual(expect.arrayContaining(['brokenChain 7', 'wrongHash 7']));
  });

  it('T-03 control: who cuts tip, heads and rows along with the entries is found only by a head from outside', async () => {
    const [fourth] = await world.database.reader.find(LedgerEntry, sql`where seq = 4`);
    await world.tamper('delete from ledger_entry where seq > 4');
    await world.tamper("delete from calendar_day where day > '2026-04-30'");
    await world.tamper(`update ledger_tip set seq = 4, hash = '${fourth?.hash}'`);
    await world.tamper('delete from ledger_head');
    expect(await found()).toEqual([]);
    expect(await found([head])).toEqual(['headMissing 6']);
  });

  it('T-05 finds a complete rewriting only with a head from outside (without one nothing is found: the control), and says so', async () => {
    await rewriteEverything(world);
    const withoutHead = await world.verify();
    expect(withoutHead.problemCount).toBe(0);
    expect(await found([head])).toEqual(['headDiffers 6']);
    expect(await found([{ seq: 6, hash: head.hash.slice(0, 16) }])).toEqual(['headDiffers 6']);
    expect(await found([{ seq: null, hash: head.hash.slice(0, 16) }])).toEqual(['headUnknown ']);
  });

  it('finds a stored head that differs from the chain', async () => {
    await world.tamper(`update ledger_head set hash = '${GENESIS}'`);
    expect(await found()).toEqual(['headDiffers 6']);
  });

  it('T-11 lets a row go whose removal is recorded, and the chain holds', async () => {
    await world.database.work.run(async (tx) => {
      await tx.run(sql`delete from calendar_day where day = ${day(2)}`);
      const subject = { type: 'day', id: day(2) };
      await world.ledger.append(tx, { kind: 'day.removed', actor: secretary, subject });
    });
    expect(await found()).toEqual([]);
  });

  it('reports what a registered check finds, and a check that fails', async () => {
    world.checks.register({ name: 'outcomes', run: () => Promise.resolve(['outcome a differs']) });
    world.checks.register({ name: 'files', run: () => Promise.reject(new Error('no folder')) });
    const { problems } = await world.verify();
    expect(problems.map(({ words }) => words)).toEqual(['outcomes: outcome a differs', 'files: no folder']);
  });

  it('names types that have seals but that nobody registered', async () => {
    await world.database.work.run((tx) =>
      world.ledger.seal(tx, 'ballot', 'b1', { vote: 'agree' }, { kind: 'ballot.cast', actor: secretary }),
    );
    expect(await world.verify()).toMatchObject({ unchecked: ['ballot'], problemCount: 0 });
  });

  it('T-08 finds nothing wrong while the program goes on writing', async () => {
    let going = true;
    const writing = (async () => {
      for (let n = 0; going; n += 1) await world.sealDay(`2027-${n}`, '忙');
    })();
    const reports = [await world.verify(), await world.verify(), await world.verify()];
    going = false;
    await writing;
    expect(reports.map(({ problemCount }) => problemCount)).toEqual([0, 0, 0]);
  });
});
