import { holds, type Viewer } from '../domain/access/viewer';
import { refuse } from '../domain/shared/refusal';
import { areaField, radiosField } from '../http/views/fields';
import { act } from '../http/views/acts';
import { exportAct } from '../http/views/list-sheet';
import { sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  cell,
  claimForm,
  claimPage,
  fact,
  section,
  Typed,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';
import { secondOf } from './claim.views';
import type { Match, MatchedLead } from './matches.queries';

/** Why two leads were matched, as one finished sentence. */
export function becauseOf(
  { grounds, similarity }: Pick<Match, 'grounds' | 'similarity'>,
  words: Words,
): string {
  const reasons = grounds.map((ground) => words.t(`lead.duplicateBecause.${ground}`, { similarity }));
  return words.t('lead.duplicateBecause', { reasons: reasons.join(words.t('lead.duplicateBecause.and')) });
}

/** Matches that wait for a ruling. */
export function matchListView(matches: readonly Match[], words: Words): ClaimPage {
  const fmt = formatsFor(words);
  const columns = ['newer', 'older', 'why', 'act'] as const;
  return claimPage(
    {
      dataPage: 'match-list',
      title: words.t('matches.title'),
      wide: true,
      meta: [words.t('matches.count', { n: fmt.number(matches.length) })],
      crumbs: [{ label: words.t('claims.list.title'), href: '/claims' }],
      acts: [act(exportAct('/claims/matches.xlsx', words))],
      sections: [
        section({
          id: 'matches',
          title: '',
          table:
            matches.length === 0
              ? null
              : {
                  caption: words.t('matches.title'),
                  heads: columns.map((name) => sortHead(words.t(`matches.column.${name}`))),
                  rows: matches.map((match) => ({
                    id: `${match.lead.id}-${match.other.id}`,
                    cells: [
                      cell(match.lead.title, {
                        href: hrefOf(match),
                        sub: subOf(match.lead, words),
                        cls: 'title',
                      }),
                      cell(match.other.title, {
                        label: words.t('matches.column.older'),
                        sub: subOf(match.other, words),
                        cls: 'full',
                      }),
                      cell(becauseOf(match, words), { label: words.t('matches.column.why'), cls: 'full' }),
                      cell(words.t('matches.rule'), { href: hrefOf(match), cls: 'acts full' }),
                    ],
                  })),
                },
          empty: matches.length === 0 ? words.t('matches.empty') : '',
        }),
      ],
    },
    words,
  );
}

export const hrefOf = ({ lead, other }: Match): string => `/leads/${lead.id}/matches/${other.id}`;

const subOf = ({ number, investorName, unitName }: MatchedLead, words: Words): string =>
  words.t('matches.sub', { number, investor: investorName, unit: unitName });

/** Two leads side by side, why they were matched, and the ruling. */
export function matchView(viewer: Viewer, match: Match, sent: SentBack | null, words: Words): ClaimPage {
  const { ruling } = match;
  const typed = new Typed('ruling', sent);
  const fmt = formatsFor(words);
  return claimPage(
    {
      dataPage: 'match-show',
      title: words.t('matches.show.title', { one: match.lead.number, other: match.other.number }),
      crumbs: [{ label: words.t('matches.title'), href: '/claims/matches' }],
      intro: becauseOf(match, words),
      sent,
      sections: [
        ...[match.lead, match.other].map((lead) =>
          section({
            id: `lead-${lead.number}`,
            title: `${lead.number}　${lead.title}`,
            facts: { two: true, items: factsOf(lead, words) },
            acts: [],
          }),
        ),
        ...(ruling === null
          ? []
          : [
              section({
                id: 'ruled',
                title: words.t('matches.ruled'),
                says: [
                  {
                    text: words.t(`matches.ruled.${ruling.verdict}`, { reason: ruling.reason }),
                    cite: `${ruling.byLabel}　${fmt.dateTimeShort(ruling.at)}`,
                  },
                ],
              }),
            ]),
      ],
      forms: holds(viewer, 'secretariat')
        ? [
            claimForm(
              {
                id: 'ruling',
                title: words.t('matches.rule'),
                action: `${hrefOf(match)}/ruling`,
                submit: words.t('matches.submit'),
                consequences: [words.t('matches.does.same'), words.t('matches.does.different')],
                refusal: ruling === null ? null : refuse('matchRuled'),
                fields: [
                  radiosField({
                    name: 'verdict',
                    label: words.t('matches.verdict'),
                    required: true,
                    error: typed.error('verdict'),
                    options: (['same', 'different'] as const).map((value) => ({
                      value,
                      label: words.t(`matches.verdict.${value}`),
                      selected: value === typed.value('verdict'),
                    })),
                  }),
                  areaField({
                    name: 'reason',
                    label: words.t('disputes.reason'),
                    required: true,
                    rows: 3,
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
    },
    words,
  );
}

function factsOf(lead: MatchedLead, words: Words) {
  const fmt = formatsFor(words);
  return [
    fact(words.t('matches.investor'), lead.investorName),
    fact(
      words.t('claims.column.reported'),
      secondOf(lead.submittedAt, words),
      `${lead.unitName}　${lead.scoutName}`,
    ),
    fact(
      words.t('matches.total'),
      lead.totalInvestment === null ? words.t('claims.none') : fmt.wanText(lead.totalInvestment),
      lead.industryCode ?? '',
    ),
    fact(words.t('matches.state'), words.t(`lead.state.${lead.state}`)),
  ];
}
