import type { Viewer } from '../domain/access/viewer';
import { holds } from '../domain/access/viewer';
import {
  DISPUTE_EVIDENCE,
  DISPUTE_OUTCOMES,
  DISPUTE_WEIGHTS,
  disputeMachine,
  shareText,
  type DisputeMove,
} from '../domain/claim/dispute';
import { refuse, type Refusal } from '../domain/shared/refusal';
import type { Instant } from '../domain/shared/instant';
import { areaField, fileField, groupField, numberField, radiosField, type Field } from '../http/views/fields';
import { sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  cell,
  claimForm,
  claimPage,
  fact,
  fileLine,
  line,
  section,
  Typed,
  type ClaimForm,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';
import { secondOf } from './claim.views';
import { disputeFacts } from './dispute-facts';
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
      ],
      forms: formsOf(viewer, data, now, sent, words),
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

function formsOf(
  viewer: Viewer,
  { dispute, side }: DisputePageData,
  now: Instant,
  sent: SentBack | null,
  words: Words,
): ClaimForm[] {
  if (dispute.state === 'ruled' || dispute.state === 'withdrawn') return [];
  const refusalOf = (move: DisputeMove): Refusal | null => {
    const refusal = disputeMachine.check(move, dispute.state, disputeFacts(viewer, dispute, now));
    return refusal?.because === 'wrongState' ? refuse('disputeNotNow') : refusal;
  };
  const base = `/disputes/${dispute.id}`;
  if (side === 'holder')
    return dispute.state === 'filed'
      ? [statementForm('answer', `${base}/answer`, refusalOf('answer'), sent, words)]
      : [];
  if (side === 'challenger') return [withdrawForm(base, sent, words)];
  const rules = holds(viewer, dispute.forLeadingGroup === 1 ? 'leadingGroup' : 'secretariat');
  return [
    ...(holds(viewer, 'secretariat')
      ? [decisionForm('proposal', base, refusalOf('propose'), sent, words)]
      : []),
    ...(rules ? [decisionForm('ruling', base, refusalOf('rule'), sent, words)] : []),
  ];
}

function statementForm(
  id: 'file' | 'answer',
  action: string,
  refusal: Refusal | null,
  sent: SentBack | null,
  words: Words,
): ClaimForm {
  const typed = new Typed(id, sent);
  const kind = typed.value('kind', 'investorStatement');
  return claimForm(
    {
      id,
      title: words.t(`disputes.${id}.heading`),
      action,
      files: true,
      submit: words.t(`disputes.${id}.submit`),
      note: words.t(`disputes.${id}.note`),
      refusal,
      fields: [
        areaField({
          name: 'statement',
          label: words.t('disputes.statement'),
          required: true,
          rows: 6,
          max: 2000,
          value: typed.value('statement'),
          error: typed.error('statement'),
        }),
        radiosField({
          name: 'kind',
          label: words.t('disputes.evidence'),
          error: typed.error('kind'),
          options: DISPUTE_EVIDENCE.map((value) => ({
            value,
            label: words.t(`disputes.evidence.${value}`),
            selected: value === kind,
          })),
        }),
        fileField({
          name: 'file',
          label: words.t('disputes.files'),
          hint: words.t('disputes.files.hint'),
          multiple: true,
          required: id === 'file',
          error: typed.error('file'),
        }),
      ],
    },
    words,
  );
}

function withdrawForm(base: string, sent: SentBack | null, words: Words): ClaimForm {
  const typed = new Typed('withdrawal', sent);
  return claimForm(
    {
      id: 'withdrawal',
      title: words.t('disputes.withdrawal.heading'),
      action: `${base}/withdrawal`,
      submit: words.t('disputes.withdrawal.submit'),
      tone: '',
      fields: [reasonField(typed, 'disputes.withdrawal.reason', words)],
    },
    words,
  );
}

function decisionForm(
  id: 'proposal' | 'ruling',
  base: string,
  refusal: Refusal | null,
  sent: SentBack | null,
  words: Words,
): ClaimForm {
  const typed = new Typed(id, sent);
  const choice = (name: string, values: readonly string[], prefix: string): Field =>
    radiosField({
      name,
      id: `${id}-${name}`,
      label: words.t(prefix),
      required: true,
      error: typed.error(name),
      options: values.map((value) => ({
        value,
        label: words.t(`${prefix}.${value}`),
        selected: value === typed.value(name),
      })),
    });
  const share = (name: string, key: string): Field =>
    numberField({
      name,
      id: `${id}-${name}`,
      stacked: true,
      label: words.t(key),
      unit: '%',
      value: typed.value(name),
      error: typed.error(name),
    });
  return claimForm(
    {
      id,
      title: words.t(`disputes.${id}.heading`),
      action: `${base}/${id}`,
      submit: words.t(`disputes.${id}.submit`),
      note: words.t('disputes.weights.note'),
      consequences:
        id === 'ruling' ? [words.t('disputes.ruling.moves'), words.t('disputes.ruling.tells')] : [],
      refusal,
      fields: [
        choice('outcome', DISPUTE_OUTCOMES, 'disputes.outcome'),
        choice('weight', DISPUTE_WEIGHTS, 'disputes.weight'),
        groupField({
          name: `${id}-shares`,
          label: words.t('disputes.shares'),
          hint: words.t('disputes.shares.hint'),
          fields: [share('holderShare', 'disputes.holder'), share('challengerShare', 'disputes.challenger')],
        }),
        reasonField(typed, 'disputes.reason', words, `${id}-reason`),
      ],
    },
    words,
  );
}

function reasonField(typed: Typed, key: string, words: Words, id = 'reason'): Field {
  return areaField({
    name: 'reason',
    id,
    label: words.t(key),
    required: true,
    rows: 4,
    max: 500,
    value: typed.value('reason'),
    error: typed.error('reason'),
  });
}
