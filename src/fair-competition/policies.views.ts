import { validityOn, type PolicyValidity, type PublishedPolicy } from '../domain/fair-competition/policy';
import { plainWording } from '../domain/fair-competition/plain-text';
import type { Day } from '../domain/shared/instant';
import type { Sheet } from '../http/spreadsheet';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { query, type Query } from '../http/views/lists';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { cellsOf, typeName } from './clause-cells';
import { importColumns } from './policy-import';

/** What a list of policies is narrowed to. */
export interface PolicyFilter {
  readonly q: string;
  readonly validity: PolicyValidity | '';
}

const validities: readonly PolicyValidity[] = ['inForce', 'notYet', 'expired', 'withdrawn'];
const tones: Readonly<Record<PolicyValidity, TagTone>> = {
  inForce: 'green',
  notYet: 'blue',
  expired: 'red',
  withdrawn: 'line',
};

export function readPolicyFilter(asked: Readonly<Record<string, unknown>>): PolicyFilter {
  const q = typeof asked['q'] === 'string' ? asked['q'].normalize('NFKC').trim().slice(0, 100) : '';
  return { q, validity: validities.find((one) => one === asked['validity']) ?? '' };
}

/** Those that meet the filter; a word is looked for in everything a policy says. */
export function filteredPolicies(
  policies: readonly PublishedPolicy[],
  { q, validity }: PolicyFilter,
  today: Day,
): PublishedPolicy[] {
  const wanted = plainWording(q);
  return policies.filter((policy) => {
    const { title, documentNo, issuer, clauses } = policy;
    const said = [title, documentNo, issuer, ...clauses.flatMap(({ code, text }) => [code, text])];
    return (
      (validity === '' || validityOn(policy, today) === validity) &&
      (wanted === '' || said.some((one) => plainWording(one).includes(wanted)))
    );
  });
}

export interface PoliciesModel extends PageModel {
  readonly query: Query;
  readonly tools: readonly Act[];
  readonly count: string;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly documentNo: string;
    readonly issuer: string;
    readonly valid: string;
    readonly state: Tag;
    readonly clauses: readonly { readonly code: string; readonly text: string }[];
  }[];
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly Act[] };
}

/** The catalogue, as scouts read it and the office keeps it. */
export function policiesView(
  policies: readonly PublishedPolicy[],
  at: { readonly filter: PolicyFilter; readonly today: Day; readonly mayKeep: boolean; readonly all: number },
  words: Words,
): PoliciesModel {
  const { filter, today, mayKeep, all } = at;
  const title = words.t('policies.title');
  const keep = mayKeep
    ? [
        act({ label: words.t('policies.new'), href: '/policies/new', tone: 'primary' }),
        act({ label: words.t('policies.import'), href: '/policies/imports' }),
      ]
    : [];
  return {
    page: {
      title,
      dataPage: 'policy-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: [words.t('policies.meta')] }),
    },
    query: query({
      action: '/policies',
      search: { name: 'q', label: words.t('policies.search'), value: filter.q },
      selects: [
        {
          name: 'validity',
          label: words.t('policies.state'),
          value: filter.validity,
          options: [
            { value: '', label: words.t('ui.all') },
            ...validities.map((value) => ({ value, label: words.t(`policies.validity.${value}`) })),
          ],
        },
      ],
    }),
    tools: [
      ...keep,
      ...(all > 0 ? [act({ label: words.t('policies.export'), href: xlsxHref(filter) })] : []),
    ],
    count: words.t('policies.count', { n: policies.length }),
    rows: policies.map((policy) => ({
      id: policy.id,
      href: `/policies/${policy.id}`,
      title: policy.title,
      documentNo: policy.documentNo,
      issuer: policy.issuer,
      valid: validText(policy, words),
      state: validityTag(policy, today, words),
      clauses: policy.clauses.map((clause) => ({
        code: clause.code,
        text: words.t('format.aside', {
          text: clause.text,
          aside:
            formatsFor(words).list(clause.types.map((type) => typeName(type, words))) ||
            words.t('policies.types.any'),
        }),
      })),
    })),
    empty: {
      title: words.t(all === 0 ? 'policies.empty.title' : 'policies.none.title'),
      text: words.t(all === 0 ? 'policies.empty.text' : 'policies.none.text'),
      acts: all === 0 ? keep : [],
    },
  };
}

export function validityTag(policy: PublishedPolicy, today: Day, words: Words): Tag {
  const validity = validityOn(policy, today);
  return tag(words.t(`policies.validity.${validity}`), tones[validity], validity);
}

export function validText({ validFrom, validTo }: PublishedPolicy, words: Words): string {
  const formats = formatsFor(words);
  return validTo === null
    ? words.t('policies.valid.open', { from: formats.official(validFrom) })
    : words.t('policies.valid', { from: formats.official(validFrom), to: formats.official(validTo) });
}

function xlsxHref({ q, validity }: PolicyFilter): string {
  const asked = new URLSearchParams();
  if (q !== '') asked.set('q', q);
  if (validity !== '') asked.set('validity', validity);
  const text = asked.toString();
  return text === '' ? '/policies.xlsx' : `/policies.xlsx?${text}`;
}

/** One row for each clause, in the columns that the import reads. */
export function policySheet(policies: readonly PublishedPolicy[], words: Words): Sheet {
  const widths = [36, 20, 20, 12, 12, 10, 60, 24, 24, 12];
  return {
    name: words.t('policies.title'),
    columns: importColumns.map((column, at) => ({
      title: words.t(`policies.import.${column}`),
      width: widths[at] ?? 12,
    })),
    rows: policies.flatMap(({ title, documentNo, issuer, validFrom, validTo, clauses }) =>
      clauses.map((clause) => {
        const { code, text, types, words: known, cap } = cellsOf(clause, words);
        return [title, documentNo, issuer, validFrom, validTo ?? '', code, text, types, known, cap];
      }),
    ),
  };
}
