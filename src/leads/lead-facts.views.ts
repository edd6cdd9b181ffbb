import { SECTIONS, isRequired, type PlacedField, type Section } from '../domain/lead/field';
import { FIELDS } from '../domain/lead/fields';
import type { LeadContent } from '../domain/lead/content';
import { isUnsaid, leavesOf, type Leaf } from '../domain/lead/leaves';
import { maskedMail, maskedName, maskedPhone } from '../domain/access/masked';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { leafText, type HostNames } from './lead-values.views';
import { labelOf } from './lead-words';

/** What of a lead this person may read in full. */
export interface Openness {
  readonly contact: boolean;
  readonly investor: boolean;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly sub: string;
}

export interface FactSection {
  readonly title: string;
  readonly facts: { readonly two: boolean; readonly items: readonly Fact[] };
}

/** Who the investor is, for those from whom a restricted lead hides it. */
const NAMING = new Set(['investorName', 'uscc', 'groupParent', 'foreignRegNo']);
/** Said elsewhere on the page, or only of use to the form. */
const ELSEWHERE = new Set(['title', 'usccLegacy', 'honourYears', 'honourEvidence']);

/** All that a record says, section by section, in the order of the form. */
export function factSections(
  content: LeadContent,
  open: Openness,
  hosts: HostNames,
  words: Words,
): FactSection[] {
  const leaves = leavesOf(content);
  return SECTIONS.filter((section) => section !== 'files').map((section) => ({
    title: words.t(`lead.section.${section}`),
    // The outline is prose: it gets the whole width.
    facts: { two: section !== 'project', items: factsOf(section, content, leaves, open, hosts, words) },
  }));
}

function factsOf(
  section: Section,
  content: LeadContent,
  leaves: readonly Leaf[],
  open: Openness,
  hosts: HostNames,
  words: Words,
): Fact[] {
  return FIELDS.filter((field) => field.section === section && !ELSEWHERE.has(field.code)).flatMap(
    (field) => {
      const label = labelOf(field.code, words);
      if (NAMING.has(field.code) && !open.investor) {
        return field.code === 'investorName' ? [{ label, value: words.t('leads.restricted'), sub: '' }] : [];
      }
      if (field.personal && !open.contact) return maskedPerson(field, content, words);
      const said = leaves.filter((leaf) => leaf.top === field && !isUnsaid(leaf.value));
      if (said.length > 0) return [{ label, ...shown(field, content, said, hosts, words) }];
      if (field.kind === 'bool') return [{ label, value: words.t('lead.option.yesNo.no'), sub: '' }];
      const wanted = isRequired(field, content) || field.asked?.(content) === true;
      return wanted ? [{ label, value: words.t('leads.notProvided'), sub: '' }] : [];
    },
  );
}

/** The investor's contact as others see it; a referrer is nobody else's business at all. */
function maskedPerson(field: PlacedField, { contact }: LeadContent, words: Words): Fact[] {
  const { name, title, mobile, email } = contact;
  if (field.code !== 'contact' || (name === null && mobile === null && email === null)) return [];
  const who = [name === null ? null : maskedName(name), title].filter((text) => text !== null).join('　');
  const reach = [
    ...(mobile === null ? [] : [maskedPhone(mobile)]),
    ...(email === null ? [] : [maskedMail(email)]),
  ];
  return [{ label: labelOf('contact', words), value: who, sub: formatsFor(words).list(reach) }];
}

function shown(
  field: PlacedField,
  content: LeadContent,
  said: readonly Leaf[],
  hosts: HostNames,
  words: Words,
): Omit<Fact, 'label'> {
  const fmt = formatsFor(words);
  const textOf = (leaf: Leaf): string => leafText(leaf.control, leaf.value, hosts, words).value;
  if (field.code === 'honours') return { value: fmt.list(honours(content, words)), sub: '' };
  if (field.code === 'fundSource')
    return {
      value: fmt.list(
        said
          .filter(({ value }) => value !== '0')
          .map((leaf) =>
            words.t('format.share', { label: labelOf(leaf.control, words), share: textOf(leaf) }),
          ),
      ),
      sub: '',
    };
  if (field.code === 'contact') return contactFact(content, words);
  if (field.kind === 'group')
    return {
      value: said
        .filter(({ value }) => value !== true)
        .map(textOf)
        .join('　'),
      sub: '',
    };
  if (field.kind === 'list' && field.parts !== undefined) {
    const rows = new Map<string, string[]>();
    for (const leaf of said) {
      const row = leaf.control.split(']')[0] ?? '';
      rows.set(row, [...(rows.get(row) ?? []), textOf(leaf)]);
    }
    return {
      value: [...rows.values()]
        .map((parts) => parts.join(words.t('leads.colon')))
        .join(words.t('leads.semicolon')),
      sub: '',
    };
  }
  const [only] = said;
  return only ? leafText(only.control, only.value, hosts, words) : { value: '', sub: '' };
}

/** `专精特新小巨人（2024年）`; without year and evidence the claim carries the mark 未核实. */
function honours({ honours: held, honourYears, honourEvidence }: LeadContent, words: Words): string[] {
  return held.map((honour) => {
    const name = words.t(`lead.option.honours.${honour}`);
    const year = honourYears[honour];
    if (year === null || honourEvidence[honour] === null) return words.t('leads.honour.unverified', { name });
    return words.t('leads.honour.year', { name, year: String(year), evidence: honourEvidence[honour] ?? '' });
  });
}

function contactFact({ contact }: LeadContent, words: Words): Omit<Fact, 'label'> {
  const who = [contact.name, contact.title].filter((text) => text !== null).join('　');
  const reach = [contact.mobile, contact.email].filter((text) => text !== null);
  return { value: who, sub: formatsFor(words).list(reach) };
}
