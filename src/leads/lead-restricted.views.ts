import type { Viewer } from '../domain/access/viewer';
import type { LeadContent } from '../domain/lead/content';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { SeenLead } from './lead-access.queries';
import type { Lead } from './lead.entity';

/** What who invests is called by: in full, and without the parts that every company's name has. */
export function namesOf(
  lead: Pick<Lead, 'investorName' | 'investorKey' | 'parentKey' | 'uscc'>,
  content: LeadContent,
): (string | null)[] {
  const { investorName, groupParent } = content;
  return [investorName, groupParent, lead.investorName, lead.investorKey, lead.parentKey, lead.uscc];
}

/** Whoever reads a restricted lead that is not their own reads their own name on it. */
export function watermarkOf(
  viewer: Viewer,
  { lead, facts }: SeenLead,
  now: string,
  words: Words,
): { watermark?: string } {
  if (!facts.isRestricted || lead.scoutId === viewer.personId) return {};
  const at = formatsFor(words).dateTimeFull(now);
  return { watermark: words.t('contacts.watermark', { name: viewer.name, unit: viewer.unitName, at }) };
}
