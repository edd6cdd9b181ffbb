import { sql } from '../../../src/database/sql';
import { LeadRevision } from '../../../src/leads/lead-record.entity';
import { contentOf, contentText } from '../../../src/leads/lead-columns';
import { LeadContact } from '../../../src/leads/lead-contact.entity';
import { revisionSeal } from '../../../src/leads/lead-seals';
import { withPeople } from '../../../src/domain/lead/people-part';
import { peopleOfRevisions } from '../../../src/leads/lead-people';
import { digestOfText } from '../../../src/ledger/chain';
import { Ledger } from '../../../src/ledger/ledger';
import { Verifier } from '../../../src/ledger/verifier';
import { LegalHoldsService } from '../../../src/privacy/legal-holds.service';
import { RetentionService } from '../../../src/privacy/retention.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const due = '2028-03-18T01:00:00.000Z';
const system = { personId: null, label: 'test' };

/** T-11 and P-04: personal data go when their time has come, and the chain and every seal hold. */
onEachDatabase('T-11 and P-04: the people of leads that came to nothing', (dialect) => {
  let city: TestCity;
  let withdrawn: string;
  let old: string;
  let held: string;
  let kept: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    [withdrawn = '', old = '', held = '', kept = ''] = await city.queuedLeads(4);
    await asSealedBefore(old);
    for (const id of [withdrawn, old, held]) await city.acts.withdraw(id, '企业改投他处');
  }, 60_000);
  afterAll(() => city.close());

  const verify = async () => (await city.app.get(Verifier).verify(city.app.reader)).problems;
  const run = (now: string) => city.app.get(RetentionService).run(now);
  const numberOf = async (id: string): Promise<string> =>
    (await city.app.reader.one<{ number: string }>(sql`select number from lead where id = ${id}`))?.number ??
    '';

  /** A revision as it was stored and sealed before people stood apart. */
  async function asSealedBefore(leadId: string): Promise<void> {
    await city.app.work.run(async (tx) => {
      const revision = await tx.findOne(LeadRevision, sql`where lead_id = ${leadId}`);
      const contact = await tx.findOne(LeadContact, sql`where revision_id = ${revision?.id ?? ''}`);
      if (!revision || !contact) throw new Error('no revision');
      const people = (await peopleOfRevisions(tx, [revision.id])).get(revision.id) ?? null;
      const content = contentText(withPeople(contentOf(revision), people));
      const before = { ...revision, content, digest: digestOfText(content), layout: 1 };
      await tx.update(LeadRevision, { content, digest: before.digest, layout: 1 }, sql`id = ${revision.id}`);
      await tx.run(sql`delete from lead_contact where id = ${contact.id}`);
      const ledger = city.app.get(Ledger);
      const subject = { type: 'leadContact', id: contact.id };
      await ledger.append(tx, { kind: 'test.removed', actor: system, subject });
      const act = { kind: 'lead.revision', actor: system };
      await ledger.seal(tx, 'leadRevision', revision.id, revisionSeal(before), act);
    });
  }

  /** What of a lead's people stands anywhere in the database: every column of every table is looked through. */
  async function whereFound(leadId: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of Object.keys(await city.app.allRowCounts())) {
      const rows = await city.app.reader.rows<Record<string, unknown>>(sql.raw(`select * from "${table}"`));
      for (const canary of canaries.get(leadId) ?? [])
        if (rows.some((row) => JSON.stringify(row).includes(canary))) found.push(`${table}: ${canary}`);
    }
    return found;
  }
  const canaries = new Map<string, string[]>();
  beforeAll(async () => {
    for (const id of [withdrawn, old, held, kept]) {
      const lead = await city.app.reader.one<{ content: string }>(
        sql`select content from lead where id = ${id}`,
      );
      const { contact } = contentOf({ content: lead?.content ?? '' });
      canaries.set(id, [contact.mobile ?? '', contact.email ?? ''].filter(Boolean));
    }
  });

  it('stand apart from what is sealed, in one place each, and verify is clean', async () => {
    expect(await verify()).toEqual([]);
    const rows = await city.app.reader.find(LeadRevision, sql`where lead_id = ${withdrawn}`);
    expect(rows.map(({ layout, content }) => [layout, contentOf({ content }).contact.mobile])).toEqual([
      [2, null],
    ]);
    expect((await whereFound(withdrawn)).map((place) => place.split(':')[0])).toEqual([
      'lead',
      'lead',
      'lead_contact',
      'lead_contact',
    ]);
  });

  it('are found changed, exchanged or missing by verify while they are there (control)', async () => {
    const changes = [
      sql`update lead_contact set people = replace(people, '1540000', '1540001')`,
      sql`update lead_contact set salt = ${'0'.repeat(64)}`,
      sql`update lead_contact set mac = ${'0'.repeat(64)}`,
      sql`update lead_contact set people = null, salt = null, erased_at = ${due}, erased_because = 'x'`,
      sql`delete from lead_contact`,
    ];
    const one = sql` where revision_id = (select id from lead_revision where lead_id = ${withdrawn})`;
    for (const change of changes) {
      const undo = new Error('undo');
      let found: string[] = [];
      await city.app.work
        .run(async (tx) => {
          expect(await tx.run(sql`${change}${one}`)).toBe(1);
          found = (await city.app.get(Verifier).verify(tx)).problems.map(({ words }) => words);
          throw undo;
        })
        .catch((error: unknown) => expect(error).toBe(undo));
      expect(found.join()).toMatch(/leadContact/);
    }
    expect(await verify()).toEqual([]);
  });

  it('stay until the months are over, and where a hold stands', async () => {
    const secretary = await city.acts.viewer('secretary-01');
    const holds = city.app.get(LegalHoldsService);
    await holds.set(secretary, await numberOf(held), '首报争议尚未裁定');
    await expect(holds.set(secretary, await numberOf(held), '再次设置')).rejects.toThrow('holdStands');
    await expect(holds.set(secretary, 'L-2026-99999', '没有')).rejects.toThrow('holdLeadUnknown');
    expect(await run('2028-03-17T01:00:00.000Z')).toMatchObject({ leads: 0, heldBack: 0 });
    expect(await whereFound(withdrawn)).not.toEqual([]);
  });

  it('are erased everywhere when they are due, with their counts, and a second run changes nothing', async () => {
    city.app.clock.set(due);
    expect(await run(due)).toMatchObject({ leads: 2, revisions: 2, heldBack: 1 });
    expect(await whereFound(withdrawn)).toEqual([]);
    expect(await whereFound(old)).toEqual([]);
    expect(await whereFound(held)).not.toEqual([]);
    expect(await whereFound(kept)).not.toEqual([]);
    expect(await verify()).toEqual([]);
    const before = await city.app.allRowCounts();
    expect(await run(due)).toMatchObject({ leads: 0, revisions: 0, heldBack: 1, accessRecords: 0 });
    expect(await city.app.allRowCounts()).toEqual(before);
    expect(before['retention_run']).toBe(1);
  });

  it('leave their erasure in the ledger with the reason, and an old revision sealed anew beside its first seal', async () => {
    const rows = await city.app.reader.rows<{ kind: string; facts: string }>(
      sql`select kind, facts from ledger_entry where kind in ('lead.peopleErased', 'lead.revisionResealed')
          order by seq`,
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual([
      'lead.peopleErased',
      'lead.peopleErased',
      'lead.revisionResealed',
    ]);
    for (const { facts } of rows) expect(facts).toContain('保存期限24个月已满');
    const seals = await city.app.reader.rows<{ n: number | string }>(
      sql`select count(*) as n from ledger_entry where subject_type = 'leadRevision' and subject_id =
            (select id from lead_revision where lead_id = ${old})`,
    );
    expect(Number(seals[0]?.n)).toBe(3);
  });

  it('are named by verify when somebody puts others in their place, or calls an erased row not erased', async () => {
    for (const change of [
      sql`update lead_contact set people = '{}', salt = '00', erased_at = null, erased_because = null`,
      sql`update lead_contact set erased_because = 'another'`,
    ]) {
      const undo = new Error('undo');
      let found: string[] = [];
      await city.app.work
        .run(async (tx) => {
          await tx.run(
            sql`${change} where revision_id = (select id from lead_revision where lead_id = ${withdrawn})`,
          );
          found = (await city.app.get(Verifier).verify(tx)).problems.map(({ words }) => words);
          throw undo;
        })
        .catch((error: unknown) => expect(error).toBe(undo));
      expect(found.join()).toMatch(/leadContact/);
    }
  });

  it('go too once the hold is lifted', async () => {
    const secretary = await city.acts.viewer('secretary-01');
    const hold = await city.app.reader.one<{ id: string }>(sql`select id from legal_hold`);
    await city.app.get(LegalHoldsService).lift(secretary, hold?.id ?? '', '已裁定');
    await expect(city.app.get(LegalHoldsService).lift(secretary, hold?.id ?? '', '再次')).rejects.toThrow(
      'holdLifted',
    );
    expect(await run(due)).toMatchObject({ leads: 1, revisions: 1, heldBack: 0 });
    expect(await whereFound(held)).toEqual([]);
    expect(await verify()).toEqual([]);
  });
});
