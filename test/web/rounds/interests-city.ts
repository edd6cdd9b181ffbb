import { sql } from '../../../src/database/sql';
import type { Role } from '../../../src/domain/access/viewer';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { LeadFilesService } from '../../../src/leads/lead-files.service';
import { Verifier } from '../../../src/ledger/verifier';
import { PeopleQueries } from '../../../src/people/people.queries';
import { PeopleService } from '../../../src/people/people.service';
import { UnitTiesService } from '../../../src/people/unit-ties.service';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import type { TestCity } from '../../support/city';

const actor = { personId: null, label: 'test' };
const day = 86_400_000;

/** Firms on the panel with the facts that tie them to investors. */
export async function tie(
  city: TestCity,
  unit: string,
  ties: { uscc?: string; groupParent?: string; industryCode?: string },
): Promise<void> {
  const given = { uscc: '', groupParent: '', industryCode: '', ...ties };
  await city.app.get(UnitTiesService).record(actor, city.city.units.get(unit) ?? '', given);
}

export async function giveRoles(city: TestCity, account: string, roles: readonly Role[]): Promise<void> {
  const person = await city.app.get(PeopleQueries).byAccount(account);
  if (person === null) throw new Error(`nobody is ${account}`);
  const { id, name, post, email, mobile, unitId, locale } = person;
  await city.app
    .get(PeopleService)
    .changePerson(actor, id, { name, post, email, mobile, unitId, locale, roles });
}

/** A queued lead with what ties it, and one paper. */
export interface TiedLead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly uscc: string;
  readonly industryCode: string;
  readonly fileId: string;
}

/** The leads of the book from `from` on, each with a paper attached, reported and accepted. */
export async function tiedLeads(city: TestCity, count: number, from = 0): Promise<TiedLead[]> {
  const leads: TiedLead[] = [];
  for (const entry of city.book().slice(from, from + count)) {
    const id = await city.acts.report(entry);
    const scout = await city.acts.viewer(entry.scout);
    const files = city.app.get(LeadFilesService);
    const paper = {
      bytes: Buffer.from('%PDF-1.7\n%%EOF'),
      name: '商业计划书.pdf',
      kind: 'businessPlan' as const,
    };
    await files.attach(scout, id, [await files.receive(scout, id, paper)]);
    await city.acts.decideIntake('secretary-01', id, 'accept');
    const row = await city.app.reader.one<Omit<TiedLead, 'id'>>(
      sql`select lead.number, lead.title, lead.investor_name as "investorName", lead.uscc,
            lead.industry_code as "industryCode", lead_file.file_id as "fileId"
          from lead join lead_file on lead_file.lead_id = lead.id where lead.id = ${id}`,
    );
    if (row === null) throw new Error('the lead has no paper');
    leads.push({ id, ...row });
  }
  return leads;
}

export async function planRound(city: TestCity, leadIds: readonly string[]): Promise<string> {
  const secretary = await city.acts.viewer('secretary-01');
  const rubric = (await city.app.get(RubricsQueries).published()).find(
    ({ code }) => code === 'manufacturing',
  );
  const deadlineAt = toInstant(msOf(city.app.clock.now()) + 5 * day);
  const plan = {
    title: '回避轮次',
    rubricVersionId: rubric?.id ?? '',
    panelId: city.city.panelId,
    deadlineAt,
    leadIds,
  };
  return (await city.app.get(RoundsService).plan(secretary, plan)).id;
}

/** The hidden fields of each suggestion on the page, with who it is about. */
export function suggestionsIn(body: string): { who: string; item: string; seat: string; person: string }[] {
  return [...body.matchAll(/<article[^>]*data-id[^]*?<\/article>/g)].map(([article]) => ({
    who: /<h3[^>]*>\s*([^<\s]+)/.exec(article)?.[1] ?? '',
    item: /name="item" value="(\w+)"/.exec(article)?.[1] ?? '',
    seat: /name="seat" value="(\w+)"/.exec(article)?.[1] ?? '',
    person: /name="person" value="(\w+)"/.exec(article)?.[1] ?? '',
  }));
}

/** What `verify` finds wrong. */
export async function problemsOf(city: TestCity): Promise<string[]> {
  const report = await city.app.get(Verifier).verify(city.app.reader);
  return report.problems.map(({ what, subject }) => `${what} ${subject}`);
}
