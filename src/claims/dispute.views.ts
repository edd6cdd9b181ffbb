import type { Viewer } from '../domain/access/viewer';
import { shareText } from '../domain/claim/dispute';
import { refuse } from '../domain/shared/refusal';
import type { Instant } from '../domain/shared/instant';
import { act } from '../http/views/acts';
import { exportAct } from '../http/views/list-sheet';
import { sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  cell,
  claimPage,
  fact,
  fileLine,
  line,
  section,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';
import { secondOf } from './claim.views';
import { disputeForms, statementForm } from './dispute-forms.views';
import type { DisputeAct } from './dispute.entity';
import type { DisputePageData, DisputeRow } from './disputes.queries';

const crumb = (words: Words) => ({ label: words.t('disputes.title'), href: '/disputes' });

/** Disputes, those that are open first. */
export function disputeListView(rows: readonly DisputeRow[], words: Words): ClaimPage {
  const fmt = formatsFor(words);
  const columns = ['lead', 'challenger', 'filed', 'state', 'ruledBy'] as const;
  return claimPage(
    {
      dataPage: 'dispute-list',
      title: words.t('disputes.title'),
      wide: true,
      crumbs: [{ label: words.t('claims.list.title'), href: '/claims' }],
      acts: [act(exportAct('/disputes.xlsx', words))],
      sections: [
        section({
          id: 'disputes',
          title: '',
          table:
            rows.length === 0
              ? null
              : {
                  caption: words.t('disputes.title'),
                  heads: columns.map((name) => sortHead(words.t(`disputes.column.${name}`))),
                  rows: rows.map((row) => ({
                    id: row.id,
                    cells: [
                      cell(row.number, { href: `/disputes/${row.id}`, sub: row.holderUnit, cls: 'title' }),
                      cell(row.challengerUnit, {
                        label: words.t('disputes.column.challenger'),
                        sub: row.challengerName,
                      }),
                      cell(fmt.dateTimeShort(row.filedAt), {
                        label: words.t('disputes.column.filed'),
                        cls: 'nowrap',
                      }),
                      cell(stateWord(row, words), { label: words.t('disputes.column.state') }),
                      cell(bodyWord(row, words), { label: words.t('disputes.column.ruledBy') }),
                    ],
                  })),
                },
          empty: rows.length === 0 ? words.t('disputes.empty') : '',
        }),
      ],
    },
    words,
  );
}

const stateWord = (row: DisputeRow, words: Words): string =>
  row.outcome === null ? words.t(`disputes.state.${row.state}`) : words.t(`disputes.outcome.${row.outcome}`);
const bodyWord = (row: DisputeRow, words: Words): string =>
  words.t(row.forLeadingGroup === 1 ? 'disputes.by.leadingGroup' : 'disputes.by.secretariat');

/** What a scout who came second fills in; of the first report only unit and day are told. */
export function disputeFormView(
  leadId: string,
  block: { readonly unitName: string; readonly reportedAt: Instant; readonly disputeBy: Instant },
  now: Instant,
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const fmt = formatsFor(words);
  const refusal = now > block.disputeBy ? refuse('disputeTooLate') : null;
  return claimPage(
    {
      dataPage: 'dispute-new',
      title: words.t('disputes.file.title'),
      crumbs: [{ label: words.t('leads.list.own'), href: `/leads/${leadId}/edit` }],
      intro: words.t('disputes.file.intro', {
        unit: block.unitName,
        day: fmt.official(block.reportedAt),
        until: fmt.dateTimeFull(block.disputeBy),
      }),
      sent,
      forms: [statementForm('file', `/leads/${leadId}/dispute`, refusal, sent, words)],
    },
    words,
  );
}

/** One dispute as one side, or those who decide, see it. */
export function disputeView(
  viewer: Viewer,
  data: DisputePageData,
  now: Instant,
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const { dispute, side, acts, papers } = data;
  const fmt = formatsFor(words);
  const shares =
    dispute.holderShare === null || dispute.challengerShare === null
      ? []
      : [
          fact(
            words.t('disputes.shares'),
            words.t('disputes.sharesAre', {
              holder: shareText(dispute.holderShare),
              challenger: shareText(dispute.challengerShare),
            }),
          ),
        ];
  const turn = disputeForms(viewer, data, now, sent, words);
  return claimPage(
    {
      dataPage: 'dispute-show',
      title: words.t('disputes.show.title', { lead: dispute.number }),
      meta: [{ strong: stateWord(dispute, words) }, bodyWord(dispute, words)],
      crumbs: [crumb(words)],
      intro: words.t(`disputes.next.${dispute.state}`, { until: fmt.dateTimeFull(dispute.answerBy) }),
      sent,
      sections: [
        section({
          id: 'facts',
          title: words.t('disputes.parties'),
          facts: {
            two: true,
            items: [
              fact(words.t('disputes.holder'), dispute.holderUnit, secondOf(dispute.reportedAt, words)),
              fact(words.t('disputes.challenger'), dispute.challengerUnit, secondOf(dispute.filedAt, words)),
              ...shares,
              ...(dispute.weight === null
                ? []
                : [fact(words.t('disputes.weight'), words.t(`disputes.weight.${dispute.weight}`))]),
            ],
          },
        }),
        section({
          id: 'statements',
          title: words.t('disputes.statements'),
          note: side === 'challenger' && dispute.state !== 'ruled' ? words.t('disputes.otherSideLater') : '',
          says: acts
            .filter(({ move }) => move !== 'withdraw')
            .map((act) => ({
              text: saying(act, words),
              cite: `${act.byLabel}　${fmt.dateTimeShort(act.at)}`,
            })),
        }),
        section({
          id: 'papers',
          title: words.t('disputes.papers'),
          files:
            papers.length === 0
              ? null
              : {
                  items: papers.map(({ fileId, name, side: of, kind }) =>
                    fileLine(
                      { id: fileId, name },
                      `${words.t(`disputes.${of}`)}　${words.t(`disputes.evidence.${kind}`)}`,
                    ),
                  ),
                },
          empty: papers.length === 0 ? words.t('disputes.noPapers') : '',
        }),
        section({
          id: 'history',
          title: words.t('claims.history'),
          history: {
            items: acts.map(({ at, move, byLabel }) =>
              line(
                fmt.dateTimeShort(at),
                words.t('claims.act.plain', { act: words.t(`disputes.move.${move}`), by: byLabel }),
                move === 'rule',
              ),
            ),
          },
        }),
        ...(turn.later.length === 0
          ? []
          : [
              section({
                id: 'later',
                title: words.t('disputes.later.title'),
                text: turn.later.join(words.t('disputes.later.join')),
              }),
            ]),
      ],
      forms: turn.forms,
    },
    words,
  );
}

/** What was said; a proposal and a ruling begin with what they come to and what that rests on. */
function saying(
  { move, text, outcome, weight, holderShare, challengerShare }: DisputeAct,
  words: Words,
): string {
  if (outcome === null || weight === null) return text;
  return words.t(`disputes.said.${move}`, {
    outcome: words.t(`disputes.outcome.${outcome}`),
    weight: words.t(`disputes.weight.${weight}`),
    holder: shareText(holderShare ?? 0),
    challenger: shareText(challengerShare ?? 0),
    text,
  });
}
