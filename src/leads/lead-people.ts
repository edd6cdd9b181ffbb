import { createHmac } from 'node:crypto';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { LeadContent } from '../domain/lead/content';
import { peopleOf, withoutPeople, type PeoplePart } from '../domain/lead/people-part';
import { canonical, type CanonicalValue } from '../domain/shared/canonical';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { contentText } from './lead-columns';
import { LeadContact } from './lead-contact.entity';

/** The layout in which revisions are stored and sealed today: without their people. */
export const REVISION_LAYOUT = 2;

/** A revision's content as it is stored and sealed, and its people as they are stored beside it. */
export function apart(
  content: LeadContent,
  salt: Buffer,
): { content: string } & Pick<LeadContact, 'people' | 'salt' | 'mac'> {
  const people = canonical(peopleOf(content) as unknown as CanonicalValue);
  const key = salt.toString('hex');
  return { content: contentText(withoutPeople(content)), people, salt: key, mac: macOf(key, people) };
}

export function macOf(salt: string, people: string): string {
  return createHmac('sha256', salt).update(people).digest('hex');
}

/** The people of revisions, by revision; of an old or an erased one there are none. */
export async function peopleOfRevisions(
  source: Source,
  revisionIds: readonly string[],
): Promise<Map<string, PeoplePart>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await source.find(
    LeadContact,
    sql`where revision_id in ${sql.list([...new Set(revisionIds)])} and people is not null`,
  );
  return new Map(rows.map(({ revisionId, people }) => [revisionId, JSON.parse(people ?? '') as PeoplePart]));
}

/** What is sealed of a row of people: that it is there or was erased, when and why; of the people only the digest. */
export function contactSeal({ id, revisionId, mac, erasedAt, erasedBecause }: LeadContact): CanonicalValue {
  return { id, revisionId, mac, erasedAt, erasedBecause };
}

const piece = 500;

/** The seal covers the digest, this check covers what the digest is of. */
export const peopleAreAsSubmitted: ConsistencyCheck = {
  name: 'the people of each revision are those that were submitted, or were erased on record',
  async run(source: Source): Promise<string[]> {
    const wrong: string[] = [];
    for (let after = ''; ;) {
      const rows = await source.find(LeadContact, sql`where id > ${after} order by id limit ${piece}`);
      for (const { id, revisionId, people, salt, mac } of rows)
        if ((people ?? salt) !== null && macOf(salt ?? '', people ?? '') !== mac)
          wrong.push(
            `the people of revision ${revisionId} (leadContact ${id}) are not those that were submitted`,
          );
      const last = rows.at(-1);
      if (!last || rows.length < piece) break;
      after = last.id;
    }
    const alone = await source.rows<{ id: string }>(
      sql`select lead_revision.id from lead_revision
          left join lead_contact on lead_contact.revision_id = lead_revision.id
          where lead_revision.layout = ${REVISION_LAYOUT} and lead_contact.id is null limit 50`,
    );
    return [...wrong, ...alone.map(({ id }) => `revision ${id} has lost the row of its people`)];
  },
};
