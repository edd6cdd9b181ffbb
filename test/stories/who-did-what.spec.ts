import { sql } from '../../src/database/sql';
import { Verifier } from '../../src/ledger/verifier';
import { foundCity, type OpenRound, type TestCity } from '../support/city';
import { onEachDatabase } from '../support/databases';

onEachDatabase('after a round from its leads to its announcement', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(2);
    await city.panelist('panelist-01');
    await city.acts.recuse(round.id, 8, round.leadIds[0] ?? '', '与投资方有业务往来');
    await city.allVoteBut(round, 8, ['strong', 'weak']);
    await city.acts.close('secretary-01', round.id);
    await city.acts.announce('secretary-01', round.id);
  }, 60_000);
  afterAll(() => city.close());

  const problems = async () => (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('T-10 each change of a round is on record with who, what and when', async () => {
    const acts = await city.app.reader.rows<{ move: string; label: string; entries: number | string }>(
      sql`select move, by_label as label, (select count(*) from ledger_entry
              where subject_type = 'round' and subject_id = round_act.round_id and ledger_entry.at = round_act.at
                and actor_label = round_act.by_label) as entries
          from round_act where round_id = ${round.id} order by position`,
    );
    expect(acts.map(({ move }) => move)).toEqual(['plan', 'open', 'close', 'announce']);
    for (const { label, entries } of acts) {
      expect(label).toContain('秘书处');
      expect(Number(entries)).toBeGreaterThan(0);
    }
  });

  it('T-10 each move of a lead is on record with the state before and after', async () => {
    const rows = await city.app.reader.rows<{
      before: string;
      after: string;
      label: string;
      sealed: number | string;
    }>(
      sql`select from_state as before, to_state as after, by_label as label, (select count(*) from ledger_entry
              where subject_type = 'leadAct' and subject_id = lead_act.id) as sealed
          from lead_act where lead_id = ${round.leadIds[0] ?? ''} order by position`,
    );
    expect(rows.map(({ before, after }) => `${before} ${after}`)).toEqual([
      'draft submitted',
      'submitted queued',
      'queued inReview',
      expect.stringMatching(/^inReview /),
    ]);
    for (const { label, sealed } of rows) expect([label !== '', Number(sealed)]).toEqual([true, 1]);
  });

  it('T-10 each paper, each opened link, each sign-in and each failed one leaves its trace', async () => {
    const papers = await city.app.reader.rows<{ actorId: string | null; castBy: string }>(
      sql`select ledger_entry.actor_id as "actorId", ballot_version.cast_by as "castBy" from ballot_version
          left join ledger_entry on subject_type = 'ballotVersion' and subject_id = ballot_version.id`,
    );
    expect(papers).toHaveLength(20);
    expect(papers.filter(({ actorId, castBy }) => actorId !== castBy)).toEqual([]);
    const opened = await city.app.reader.rows<{ facts: string }>(
      sql`select facts from ledger_entry where kind = 'ballotLink.opened'`,
    );
    expect(opened.map(({ facts }) => 'device' in (JSON.parse(facts) as object))).toEqual([true]);
    const before = await city.app.rowCounts();
    await city.app.visitor().post('/sign-in', { account: 'secretary-01', password: 'wrong on purpose' });
    await city.app.signedIn('secretary-01');
    const after = await city.app.rowCounts();
    const grown = (table: string): number => (after[table] ?? 0) - (before[table] ?? 0);
    expect([grown('sign_in_attempt'), grown('session')]).toEqual([1, 1]);
  });

  it('T-11 the ledger holds nobody’s telephone, mail address or account, nor any contact of an investor', async () => {
    const entries = await city.app.reader.rows<{ facts: string; label: string }>(
      sql`select facts, actor_label as label from ledger_entry`,
    );
    const text = entries.map(({ facts, label }) => `${label} ${facts}`).join('\n');
    const people = await city.app.reader.rows<{ email: string; mobile: string | null }>(
      sql`select email, mobile from person`,
    );
    const leads = await city.app.reader.rows<{ content: string }>(sql`select content from lead`);
    const contacts = leads.flatMap(({ content }) => {
      const { contact } = JSON.parse(content) as { contact?: Record<string, unknown> };
      return Object.values(contact ?? {}).filter((value): value is string => typeof value === 'string');
    });
    const canaries = [...people.flatMap(({ email, mobile }) => [email, mobile ?? '']), ...contacts];
    const long = canaries.filter((canary) => canary.length > 6);
    expect(long.length).toBeGreaterThan(people.length);
    expect(long.filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('T-11 a person’s contact can be deleted, and the chain and every seal hold', async () => {
    expect(await problems()).toEqual([]);
    await city.app.work.run((tx) =>
      tx.run(
        sql`update person set mobile = null, email = 'deleted@yijiang.example' where account = 'panelist-09'`,
      ),
    );
    expect(await problems()).toEqual([]);
  });
});
