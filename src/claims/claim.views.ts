import type { Viewer } from '../domain/access/viewer';
import { EVIDENCE_KINDS } from '../domain/claim/evidence';
import { refuse } from '../domain/shared/refusal';
import type { Instant } from '../domain/shared/instant';
import { act, type Act } from '../http/views/acts';
import { areaField, fileField, radiosField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  claimForm,
  claimPage,
  fact,
  fileLine,
  line,
  section,
  Typed,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';
import { scoutLine } from './claim-list.views';
import { lightOf, reasonOf } from './claim-words';
import type { ClaimPageData, ClaimReceipt, ClaimRow } from './claims.queries';

/** Down to the second: who was first may turn on it. */
export function secondOf(instant: Instant, words: Words): string {
  return words.t('leads.atSecond', {
    time: formatsFor(words).dateTimeFull(instant),
    s: instant.slice(17, 19),
  });
}

export const shownCode = (code: string): string => code.toUpperCase();

/** One first report: light, terms, evidence, history; its scout gives evidence here. */
export function claimView(
  viewer: Viewer,
  { claim, acts, evidence }: ClaimPageData,
  now: Instant,
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const fmt = formatsFor(words);
  const own = claim.holderId === viewer.personId;
  const day = (at: Instant | null): string => (at === null ? words.t('claims.none') : fmt.dayFull(at));
  const files = evidence.flatMap(({ fileId, fileName, kind, occurredOn }) =>
    fileId && fileName
      ? [
          fileLine(
            { id: fileId, name: fileName },
            `${words.t(`claims.evidence.${kind}`)}　${fmt.official(occurredOn)}`,
          ),
        ]
      : [],
  );
  return claimPage(
    {
      dataPage: 'claim-show',
      title: words.t('claims.show.title', { lead: claim.number }),
      meta: [{ strong: claim.number }, claim.title],
      crumbs: [
        { label: words.t('claims.list.title'), href: '/claims' },
        { label: claim.number, href: `/leads/${claim.leadId}` },
      ],
      acts: [act({ label: words.t('claims.receipt.open'), href: `/leads/${claim.leadId}/claim/receipt` })],
      sent,
      sections: [
        section({
          id: 'claim',
          title: words.t('claims.show.standing'),
          light: lightOf(claim, now, words),
          text: reasonOf(claim, now, words),
          facts: {
            two: true,
            items: [
              fact(words.t('claims.column.reported'), secondOf(claim.reportedAt, words), claim.unitName),
              fact(words.t('claims.column.scout'), scoutLine(claim, words)),
              fact(words.t('claims.column.until'), day(claim.protectedUntil)),
              fact(words.t('claims.column.followed'), day(claim.followedAt)),
              fact(words.t('claims.column.lapses'), day(claim.lapsesAt)),
              fact(words.t('claims.receipt.code'), shownCode(claim.receiptCode)),
            ],
          },
        }),
        section({
          id: 'evidence',
          title: words.t('claims.evidence.title'),
          says: evidence.map((row) => ({
            text: words.t('claims.evidence.line', {
              kind: words.t(`claims.evidence.${row.kind}`),
              day: fmt.official(row.occurredOn),
              note: row.note,
            }),
            cite: `${row.byLabel}　${fmt.dateTimeShort(row.at)}`,
          })),
          files: files.length > 0 ? { items: files } : null,
          empty: evidence.length > 0 ? '' : words.t('claims.evidence.none'),
        }),
        section({
          id: 'history',
          title: words.t('claims.history'),
          history: {
            items: acts.map(({ at, move, byLabel, reason }) =>
              line(
                fmt.dateTimeShort(at),
                words.t(reason ? 'claims.act.because' : 'claims.act.plain', {
                  act: words.t(`claims.move.${move}`),
                  by: byLabel,
                  reason: reason ?? '',
                }),
                move === 'report' || move === 'overrule',
              ),
            ),
          },
        }),
      ],
      forms: own ? [evidenceForm(claim, sent, words)] : [],
    },
    words,
  );
}

function evidenceForm(claim: ClaimRow, sent: SentBack | null, words: Words) {
  const typed = new Typed('evidence', sent);
  const chosen = typed.value('kind');
  return claimForm(
    {
      id: 'evidence-form',
      title: words.t('claims.evidence.give'),
      action: `/leads/${claim.leadId}/claim/evidence`,
      files: true,
      submit: words.t('claims.evidence.submit'),
      note: words.t('claims.evidence.note'),
      refusal: claim.state === 'protected' ? null : refuse('claimNotNow', { state: claim.state }),
      fields: [
        radiosField({
          name: 'kind',
          label: words.t('claims.evidence.kind'),
          required: true,
          error: typed.error('kind'),
          options: EVIDENCE_KINDS.map((value) => ({
            value,
            label: words.t(`claims.evidence.${value}`),
            selected: value === chosen,
          })),
        }),
        textField({
          name: 'occurredOn',
          type: 'date',
          label: words.t('claims.evidence.on'),
          required: true,
          value: typed.value('occurredOn'),
          error: typed.error('occurredOn'),
        }),
        areaField({
          name: 'note',
          label: words.t('claims.evidence.what'),
          required: true,
          rows: 3,
          max: 500,
          value: typed.value('note'),
          error: typed.error('note'),
        }),
        fileField({
          name: 'file',
          label: words.t('claims.evidence.file'),
          hint: words.t('claims.evidence.fileHint'),
          error: typed.error('file'),
        }),
      ],
    },
    words,
  );
}

/** The model of `claims/receipt`, an A4 document. */
export interface ReceiptPage extends PageModel {
  readonly back: { readonly label: string; readonly href: string };
  readonly note: string;
  readonly acts: readonly Act[];
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { label: string; value: string; sub: string }[];
  };
  readonly verify: string;
}

/** The receipt that the scout prints; the code on it is checked at its own address. */
export function receiptPage(claim: ClaimRow, at: string, words: Words): ReceiptPage {
  return {
    page: { title: words.t('claims.receipt.title'), dataPage: 'claim-receipt', layout: 'document' },
    back: { label: words.t('claims.receipt.back'), href: `/leads/${claim.leadId}/claim` },
    note: '',
    acts: [],
    title: words.t('claims.receipt.title'),
    paragraphs: [words.t('claims.receipt.what'), words.t('claims.receipt.terms')],
    facts: {
      two: false,
      items: [
        fact(words.t('claims.column.number'), claim.number),
        fact(words.t('claims.column.lead'), claim.title),
        fact(words.t('claims.column.reported'), secondOf(claim.reportedAt, words)),
        fact(words.t('claims.column.unit'), claim.unitName),
        fact(words.t('claims.column.scout'), claim.scoutName),
        fact(words.t('claims.receipt.code'), shownCode(claim.receiptCode)),
      ],
    },
    verify: words.t('claims.receipt.verify', { url: `${at}/claim-receipts/${claim.receiptCode}` }),
  };
}

/** For anyone who holds a code: number, unit and time, whether the record is unchanged; nothing of what was reported. */
export function receiptCheck({ claim, ledgerNumber, ledgerHash, unchanged }: ClaimReceipt, words: Words) {
  return {
    page: {
      title: words.t('claims.receipt.title'),
      dataPage: 'claim-receipt-check',
      layout: 'plain' as const,
    },
    title: words.t('claims.receipt.title'),
    notice: {
      tone: unchanged ? 'ok' : 'error',
      title: words.t(unchanged ? 'claims.receipt.right' : 'claims.receipt.changed'),
      text: words.t(`claims.receipt.now.${claim.state}`),
      items: [],
    },
    facts: {
      two: false,
      items: [
        fact(words.t('claims.receipt.code'), shownCode(claim.receiptCode)),
        fact(words.t('claims.column.number'), claim.number),
        fact(words.t('claims.column.reported'), secondOf(claim.reportedAt, words)),
        fact(words.t('claims.column.unit'), claim.unitName),
        fact(words.t('claims.receipt.ledger'), String(ledgerNumber)),
        fact(words.t('claims.receipt.hash'), ledgerHash),
      ],
    },
  };
}
