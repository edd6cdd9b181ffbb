import { LEADER_LEVELS, VISIT_RESULTS } from '../domain/campaign/campaign';
import { act, pageHead, type Act } from '../http/views/acts';
import type { ErrorSummary, Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { pager, query, sortHead, type Pager, type Query, type SortHead } from '../http/views/lists';
import { tag, type Tag } from '../http/views/marks';
import type { Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { summaryOf, visitFields, type Choice, type Errors, type Typed } from './campaign-fields.views';
import type { VisitRow } from './campaigns.queries';
import { VISIT_PAGE, visitsHref, type VisitFilter } from './visit-filter';

/** The model of `campaigns/visits`. */
export interface VisitsModel extends PageModel {
  readonly note: string;
  readonly query: Query;
  readonly acts: readonly Act[];
  readonly day: SortHead;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly firm: string;
    readonly place: string;
    readonly day: string;
    readonly who: string;
    readonly level: string;
    readonly result: Tag;
    readonly text: string;
    readonly campaign: string;
    readonly lead: string;
    readonly leadHref: string;
  }[];
  readonly pager: Pager;
}

export interface VisitChoices {
  readonly campaigns: readonly Choice[];
  readonly units: readonly Choice[];
}

const tones = {
  introduced: '',
  interested: 'blue',
  willCome: 'amber',
  underTalks: 'green',
  declined: 'line',
} as const;

export function visitsView(
  list: { readonly rows: readonly VisitRow[]; readonly total: number },
  filter: VisitFilter,
  { campaigns, units, own }: VisitChoices & { readonly own: boolean },
  words: Words,
): VisitsModel {
  const title = words.t('menu.visits');
  const fmt = formatsFor(words);
  const next = filter.sort === '-day' ? 'day' : '-day';
  return {
    page: {
      title,
      dataPage: 'visit-list',
      wide: true,
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.campaigns'), href: '/campaigns' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('campaigns.visits', { n: list.total })] }),
    },
    note: own ? words.t('campaigns.ownUnit') : '',
    query: visitQuery(filter, { campaigns, units: own ? [] : units }, words),
    acts: [
      act({ label: words.t('campaigns.visit.new'), href: '/visits/new', tone: 'primary' }),
      act({ label: words.t('chains.sheet'), href: visitsHref(filter, {}, '/visits.xlsx') }),
    ],
    day: sortHead(words.t('campaigns.field.visitedOn'), {
      sort: filter.sort === '-day' ? 'descending' : 'ascending',
      href: visitsHref(filter, { sort: next }),
    }),
    rows: list.rows.map((visit) => ({
      id: visit.id,
      href: `/visits/${visit.id}`,
      firm: visit.firm,
      place: visit.place,
      day: fmt.dayShort(visit.visitedOn),
      who: words.t('campaigns.by', { name: visit.byName, unit: visit.unitName }),
      level: words.t(`campaigns.level.${visit.leaderLevel}`),
      result: tag(words.t(`campaigns.result.${visit.result}`), tones[visit.result], visit.result),
      text: noteAndNext(visit, words),
      campaign: visit.campaignName ?? '',
      lead: visit.leadNumber ?? '',
      leadHref: visit.leadNumber === null ? '' : `/leads/${visit.leadId ?? ''}`,
    })),
    pager: pager(
      {
        total: list.total,
        page: filter.page,
        size: VISIT_PAGE,
        sizes: [],
        href: (page) => visitsHref(filter, { page }),
      },
      words,
    ),
  };
}

function visitQuery(filter: VisitFilter, { campaigns, units }: VisitChoices, words: Words): Query {
  const all = { value: '', label: words.t('ui.all') };
  const named = (choices: readonly Choice[]) => [
    all,
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const coded = (prefix: string, codes: readonly string[]) => [
    all,
    ...codes.map((value) => ({ value, label: words.t(`${prefix}.${value}`) })),
  ];
  const select = (
    name: string,
    label: string,
    value: string,
    options: { value: string; label: string }[],
  ) => ({
    name,
    label: words.t(label),
    value,
    options,
  });
  return query({
    action: '/visits',
    hidden: filter.sort === '-day' ? [] : [{ name: 'sort', value: filter.sort }],
    search: { name: 'q', label: words.t('campaigns.field.firm'), value: filter.asked },
    selects: [
      select('campaign', 'campaigns.field.campaignId', filter.campaign, named(campaigns)),
      ...(units.length === 0 ? [] : [select('unit', 'campaigns.field.unit', filter.unit, named(units))]),
      select(
        'level',
        'campaigns.field.leaderLevel',
        filter.level ?? '',
        coded('campaigns.level', LEADER_LEVELS),
      ),
      select(
        'result',
        'campaigns.field.result',
        filter.result ?? '',
        coded('campaigns.result', VISIT_RESULTS),
      ),
    ],
  });
}

/** The model of `campaigns/visit`. */
export interface VisitModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly note: string;
  readonly action: string;
  readonly first: readonly Field[];
  readonly more: readonly Field[];
  readonly open: boolean;
  readonly submit: string;
}

export interface VisitInput {
  readonly visit: VisitRow | null;
  readonly typed: Typed;
  readonly errors: Errors;
  readonly mayChange: boolean;
  readonly campaigns: readonly Choice[];
  readonly hosts: readonly Choice[];
}

export function visitView(input: VisitInput, words: Words): VisitModel {
  const { visit, typed, errors, mayChange } = input;
  const title = visit?.firm ?? words.t('campaigns.visit.new');
  const { first, more } = visitFields({ ...input, disabled: !mayChange }, words);
  const meta = visit === null ? [] : [words.t('campaigns.by', { name: visit.byName, unit: visit.unitName })];
  const named = ['companions', 'place', 'hostId', 'nextStep', 'leadNumber'];
  return {
    page: {
      title,
      dataPage: 'visit-form',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.visits'), href: '/visits' },
        { label: title },
      ],
      head: pageHead({ title, meta }),
    },
    errors: summaryOf(errors, words),
    note: mayChange ? '' : words.t('campaigns.readOnly'),
    action: visit === null ? '/visits' : `/visits/${visit.id}`,
    first,
    more,
    open: visit !== null || named.some((name) => errors[name] !== undefined || Boolean(typed[name])),
    submit: mayChange ? words.t(visit === null ? 'campaigns.visit.log' : 'chains.save') : '',
  };
}

export function visitSheet(rows: readonly VisitRow[], words: Words): Sheet {
  const columns = [
    ['firm', 36],
    ['visitedOn', 12],
    ['unit', 22],
    ['byName', 12],
    ['companions', 24],
    ['leaderLevel', 14],
    ['hostId', 20],
    ['place', 18],
    ['result', 14],
    ['note', 50],
    ['nextStep', 30],
    ['campaignId', 24],
    ['leadNumber', 16],
  ] as const;
  return {
    name: words.t('menu.visits'),
    columns: columns.map(([name, width]) => ({ title: words.t(`campaigns.field.${name}`), width })),
    rows: rows.map((row) => [
      row.firm,
      row.visitedOn,
      row.unitName,
      row.byName,
      row.companions,
      words.t(`campaigns.level.${row.leaderLevel}`),
      row.hostName,
      row.place,
      words.t(`campaigns.result.${row.result}`),
      row.note,
      row.nextStep,
      row.campaignName,
      row.leadNumber,
    ]),
  };
}

/** The note goes on with what comes next, so its own full stop gives way. */
function noteAndNext({ note, nextStep }: { note: string; nextStep: string }, words: Words): string {
  if (nextStep === '' || note === '') return note + nextStep;
  return note.replace(/[。.；;]+$/u, '') + words.t('campaigns.then') + nextStep;
}
