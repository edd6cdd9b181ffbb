import { sql } from '../../../src/database/sql';
import { GENESIS } from '../../../src/ledger/chain';
import type { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { dialects, onEachDatabase } from '../../support/databases';
import { LedgerWorld, ledgerWorld, secretary } from './chain';

const act = (id: string) => ({ kind: 'lead.submitted', actor: secretary, subject: { type: 'lead', id } });

async function entries(world: LedgerWorld): Promise<LedgerEntry[]> {
  return world.database.reader.rows<LedgerEntry>(
    sql`select seq, facts, hash, previous_hash as "previousHash" from ledger_entry order by seq`,
  );
}

onEachDatabase('the ledger', (dialect) => {
  let world: LedgerWorld;
  beforeEach(async () => {
    world = await ledgerWorld(dialect);
  });
  afterEach(() => world.database.close());

  it('numbers entries 1, 2, 3 and chains each to the one before', async () => {
    const points = await world.database.work.run(async (tx) => [
      await world.ledger.append(tx, act('a')),
      await world.ledger.append(tx, { ...act('b'), facts: { number: 'L-2026-00001', revision: 1 } }),
    ]);
    await world.database.work.run((tx) => world.ledger.append(tx, act('c')));
    const [first, second, third] = await entries(world);
    expect([first?.seq, second?.seq, third?.seq]).toEqual([1, 2, 3]);
    expect([first?.previousHash, second?.previousHash, third?.previousHash]).toEqual([
      GENESIS,
      points[0]?.hash,
      points[1]?.hash,
    ]);
    expect(second?.facts).toBe('{"number":"L-2026-00001","revision":1}');
  });

  it('stays dense and unbroken when many append at once and some fail', async () => {
    const tries = Array.from({ length: 200 }, (_, i) =>
      world.database.work.run(async (tx) => {
        await world.ledger.append(tx, act(`x${i}`));
        if (i % 7 === 3) throw new Error('on purpose');
        await world.ledger.append(tx, act(`y${i}`));
      }),
    );
    const kept = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
    const report = await world.verify();
    expect(report).toMatchObject({ entries: kept * 2, end: { seq: kept * 2 }, problemCount: 0 });
  });

  it('keeps nothing of a unit that was rolled back', async () => {
    const failing = world.database.work.run(async (tx) => {
      await world.ledger.append(tx, act('a'));
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const { seq } = await world.database.work.run((tx) => world.ledger.append(tx, act('b')));
    expect(seq).toBe(1);
  });

  it('T-07 refuses to change or delete entries and heads, even to the program itself', async () => {
    await world.sealDay('2026-01-01', '元旦');
    await world.database.work.run((tx) => world.ledger.fixHead(tx, 'round.closed Y-2026-01'));
    const attempts = [
      "update ledger_entry set kind = 'x'",
      'delete from ledger_entry',
      "update ledger_head set hash = 'x'",
      'delete from ledger_head',
    ];
    for (const attempt of attempts) {
      await expect(world.database.work.run((tx) => tx.run(sql.raw(attempt)))).rejects.toThrow(/append-only/);
    }
    expect((await world.verify()).problemCount).toBe(0);
  });

  it('T-07 control: without the triggers the same statements are carried out, and verify tells', async () => {
    await world.sealDay('2026-01-01', '元旦');
    await world.tamper("update ledger_entry set kind = 'x'");
    expect((await world.verify()).problems.map(({ what }) => what)).toEqual(['wrongHash']);
  });

  it('fixes a head at the end of the chain', async () => {
    await world.sealDay('2026-01-01', '元旦');
    const { head, last } = await world.database.work.run(async (tx) => ({
      last: await world.ledger.append(tx, act('a')),
      head: await world.ledger.fixHead(tx, 'round.closed Y-2026-01'),
    }));
    expect(head).toMatchObject({ seq: last.seq, hash: last.hash });
  });

  it('takes no fact named digest and nothing that two databases could write differently', async () => {
    const attempt = (facts: Record<string, never>) =>
      world.database.work.run((tx) => world.ledger.append(tx, { ...act('a'), facts }));
    await expect(attempt({ digest: 'x' as never })).rejects.toThrow(TypeError);
    await expect(attempt({ score: 3.5 as never })).rejects.toThrow(TypeError);
  });
});

describe('T-12 the same acts', () => {
  it('give the same chain on every database', async () => {
    const ends: string[] = [];
    for (const dialect of dialects) {
      const world = await ledgerWorld(dialect);
      await world.sealDay('2026-01-01', '元旦 𠮷 "引号" \\ \u0007 é e\u0301');
      await world.database.work.run((tx) =>
        world.ledger.append(tx, {
          kind: 'lead.submitted',
          actor: { personId: '01h0000000000000000000000a', label: '顾'.repeat(250) },
          subject: { type: 'lead', id: 'a' },
          facts: { b: 1, a: ['x', null, true], ä: { z: 0, y: -5 } },
        }),
      );
      ends.push((await world.verify()).end.hash);
      await world.database.close();
    }
    expect(new Set(ends).size).toBe(1);
    expect(ends[0]).toBe('dc7cb8cd0c0f061379d0e440a9c429396e7367361b2702096a001c2d64535cf7');
  });
});
