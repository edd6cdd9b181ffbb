import { holds, type Viewer } from '../domain/access/viewer';
import { isInTerm } from '../domain/claim/referral';
import type { Day } from '../domain/shared/instant';
import { act } from '../http/views/acts';
import { areaField, selectField, textField, type Field } from '../http/views/fields';
import { sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { HandOver } from './backers.entity';
import type { BackersQueries, OutpostRow, ScoutInHand } from './backers.queries';
import {
  cell,
  claimForm,
  claimPage,
  line,
  section,
  Typed,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';

type Ambassadors = Awaited<ReturnType<BackersQueries['ambassadors']>>;
type InHand = Awaited<ReturnType<BackersQueries['inHand']>>;

/** The register of ambassadors, and the form for a new appointment. */
export function ambassadorsView(
  viewer: Viewer,
  rows: Ambassadors,
  today: Day,
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const fmt = formatsFor(words);
  const typed = new Typed('ambassador', sent);
  const columns = ['name', 'region', 'term', 'leads', 'interest'] as const;
  const field = (name: string, given: Partial<Field> = {}): Field =>
    textField({
      name,
      label: words.t(`ambassadors.${name}`),
      value: typed.value(name),
      error: typed.error(name),
      required: given.required ?? true,
      type: given.type === 'date' ? 'date' : 'text',
      hint: given.hint ?? '',
    });
  return claimPage(
    {
      dataPage: 'ambassador-list',
      title: words.t('ambassadors.title'),
      intro: words.t('ambassadors.intro'),
      sent,
      sections: [
        section({
          id: 'ambassadors',
          title: '',
          table:
            rows.length === 0
              ? null
              : {
                  caption: words.t('ambassadors.title'),
                  heads: columns.map((name) => sortHead(words.t(`ambassadors.column.${name}`))),
                  rows: rows.map((row) => ({
                    id: row.id,
                    cells: [
                      cell(row.name, { sub: row.post, cls: 'title' }),
                      cell(row.region, { label: words.t('ambassadors.column.region') }),
                      cell(
                        words.t('ambassadors.termOf', {
                          from: fmt.official(row.termFrom),
                          until: fmt.official(row.termUntil),
                        }),
                        {
                          label: words.t('ambassadors.column.term'),
                          sub: words.t(
                            isInTerm({ from: row.termFrom, until: row.termUntil }, today)
                              ? 'ambassadors.running'
                              : 'ambassadors.over',
                          ),
                          cls: 'full',
                        },
                      ),
                      cell(fmt.number(row.leads), { label: words.t('ambassadors.column.leads'), cls: 'num' }),
                      cell(row.interest === '' ? words.t('ambassadors.noInterest') : row.interest, {
                        label: words.t('ambassadors.column.interest'),
                        cls: 'full',
                      }),
                    ],
                  })),
                },
          empty: rows.length === 0 ? words.t('ambassadors.empty') : '',
        }),
      ],
      forms: holds(viewer, 'secretariat')
        ? [
            claimForm(
              {
                id: 'ambassador',
                title: words.t('ambassadors.new'),
                action: '/ambassadors',
                submit: words.t('ambassadors.submit'),
                fields: [
                  field('name'),
                  field('post', { required: false }),
                  field('region'),
                  field('termFrom', { type: 'date' }),
                  field('termUntil', { type: 'date' }),
                  field('interest', { required: false, hint: words.t('ambassadors.interestHint') }),
                ],
              },
              words,
            ),
          ]
        : [],
    },
    words,
  );
}

/** Out-stationed teams with the region each covers and what it has brought. */
export function outpostsView(viewer: Viewer, rows: readonly OutpostRow[], words: Words): ClaimPage {
  const fmt = formatsFor(words);
  const may = holds(viewer, 'secretariat', 'admin');
  const columns = ['name', 'region', 'people', 'reported', 'accepted', 'admitted'] as const;
  return claimPage(
    {
      dataPage: 'outpost-list',
      title: words.t('outposts.title'),
      wide: true,
      intro: words.t('outposts.intro'),
      sections: [
        section({
          id: 'outposts',
          title: '',
          table:
            rows.length === 0
              ? null
              : {
                  caption: words.t('outposts.title'),
                  heads: columns.map((name) =>
                    sortHead(words.t(`outposts.column.${name}`), {
                      cls: name === 'name' || name === 'region' ? '' : 'num',
                    }),
                  ),
                  rows: rows.map((row) => ({
                    id: row.unitId,
                    cells: [
                      cell(row.name, { href: may ? `/outposts/${row.unitId}` : '', cls: 'title' }),
                      cell(row.region ?? words.t('outposts.noRegion'), {
                        label: words.t('outposts.column.region'),
                        cls: 'full',
                      }),
                      ...(['people', 'reported', 'accepted', 'admitted'] as const).map((name) =>
                        cell(fmt.number(row[name]), {
                          label: words.t(`outposts.column.${name}`),
                          cls: 'num',
                        }),
                      ),
                    ],
                  })),
                },
          empty: rows.length === 0 ? words.t('outposts.empty') : '',
        }),
      ],
    },
    words,
  );
}

/** The region of one team, with who said so when. */
export function outpostView(
  row: OutpostRow,
  history: readonly { at: string; region: string; byLabel: string }[],
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const typed = new Typed('region', sent);
  return claimPage(
    {
      dataPage: 'outpost-show',
      title: row.name,
      crumbs: [{ label: words.t('outposts.title'), href: '/outposts' }],
      sent,
      forms: [
        claimForm(
          {
            id: 'region',
            title: words.t('outposts.column.region'),
            action: `/outposts/${row.unitId}/region`,
            submit: words.t('outposts.submit'),
            fields: [
              textField({
                name: 'region',
                label: words.t('outposts.region'),
                hint: words.t('outposts.regionHint'),
                required: true,
                value: typed.value('region', row.region ?? ''),
                error: typed.error('region'),
              }),
            ],
          },
          words,
        ),
      ],
      sections: [
        section({
          id: 'history',
          title: words.t('claims.history'),
          history:
            history.length === 0
              ? null
              : {
                  items: history.map(({ at, region, byLabel }) =>
                    line(
                      formatsFor(words).dateTimeShort(at),
                      words.t('outposts.was', { region, by: byLabel }),
                    ),
                  ),
                },
          empty: history.length === 0 ? words.t('outposts.noRegion') : '',
        }),
      ],
    },
    words,
  );
}

interface HandOverFacts {
  readonly scouts: readonly ScoutInHand[];
  readonly from: string;
  readonly to: string;
  readonly inHand: InHand;
  readonly recent: readonly HandOver[];
}

/** Pick a scout and a successor, look at what moves, then move it in one act. */
export function handOversView(facts: HandOverFacts, sent: SentBack | null, words: Words): ClaimPage {
  const { scouts, from, to, inHand, recent } = facts;
  const fmt = formatsFor(words);
  const typed = new Typed('handOver', sent);
  const nameOf = (id: string): string => scouts.find((one) => one.id === id)?.name ?? '';
  const chosen = from !== '' && inHand.length > 0;
  const pick = (name: 'from' | 'to', value: string): Field =>
    selectField({
      name,
      label: words.t(`handOvers.${name}`),
      required: true,
      error: typed.error(name),
      options: [
        { value: '', label: words.t('handOvers.choose'), selected: value === '' },
        ...scouts
          .filter((scout) => (name === 'from' ? scout.leads > 0 : scout.disabled === 0))
          .map((scout) => ({
            value: scout.id,
            label: words.t(name === 'from' ? 'handOvers.scoutWithLeads' : 'handOvers.scout', {
              name: scout.name,
              unit: scout.unitName,
              n: scout.leads,
            }),
            selected: scout.id === value,
          })),
      ],
    });
  return claimPage(
    {
      dataPage: 'hand-overs',
      title: words.t('handOvers.title'),
      intro: words.t('handOvers.intro'),
      sent,
      query: {
        action: '/hand-overs',
        reset: '/hand-overs',
        hidden: [],
        search: null,
        selects: (['from', 'to'] as const).map((name) => {
          const { label, options } = pick(name, name === 'from' ? from : to);
          return { id: `f-${name}`, name, label, options };
        }),
      },
      sections: [
        ...(chosen
          ? [
              section({
                id: 'moves',
                title: words.t('handOvers.moves', { n: fmt.number(inHand.length), name: nameOf(from) }),
                table: {
                  caption: words.t('handOvers.title'),
                  heads: ['lead', 'state'].map((name) => sortHead(words.t(`handOvers.column.${name}`))),
                  rows: inHand.map(({ id, number, title, state }) => ({
                    id,
                    cells: [
                      cell(title, { sub: number ?? words.t('leads.noNumber'), cls: 'title' }),
                      cell(words.t(`lead.state.${state}`), { label: words.t('handOvers.column.state') }),
                    ],
                  })),
                },
              }),
            ]
          : []),
        ...(from !== '' && inHand.length === 0
          ? [section({ id: 'moves', title: nameOf(from), empty: words.t('handOvers.nothing') })]
          : []),
        section({
          id: 'recent',
          title: words.t('handOvers.recent'),
          history:
            recent.length === 0
              ? null
              : {
                  items: recent.map((row) =>
                    line(
                      fmt.dateTimeShort(row.at),
                      words.t('handOvers.line', {
                        from: row.fromName,
                        to: row.toName,
                        n: row.leadIds.split(',').length,
                        by: row.byLabel,
                        reason: row.reason,
                      }),
                    ),
                  ),
                },
          empty: recent.length === 0 ? words.t('handOvers.none') : '',
        }),
      ],
      forms: chosen
        ? [
            claimForm(
              {
                id: 'handOver',
                title: words.t('handOvers.do'),
                action: '/hand-overs',
                submit: words.t('handOvers.submit', { n: fmt.number(inHand.length) }),
                consequences: [
                  words.t('handOvers.does.move', { n: fmt.number(inHand.length), from: nameOf(from) }),
                  words.t('handOvers.does.keep'),
                  words.t('handOvers.does.tell'),
                ],
                hidden: [
                  { name: 'from', value: from },
                  { name: 'listed', value: String(inHand.length) },
                ],
                fields: [
                  pick('to', typed.value('to', to)),
                  areaField({
                    name: 'reason',
                    label: words.t('disputes.reason'),
                    required: true,
                    rows: 2,
                    max: 500,
                    value: typed.value('reason'),
                    error: typed.error('reason'),
                  }),
                ],
              },
              words,
            ),
          ]
        : [],
      acts: [act({ label: words.t('outposts.title'), href: '/outposts' })],
    },
    words,
  );
}
