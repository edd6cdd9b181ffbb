import { act } from '../http/views/acts';
import { areaField, selectField, type Field } from '../http/views/fields';
import { sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { HandOver } from './backers.entity';
import type { BackersQueries, ScoutInHand } from './backers.queries';
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

type InHand = Awaited<ReturnType<BackersQueries['inHand']>>;

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
        inputs: [],
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
