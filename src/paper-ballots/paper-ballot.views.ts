import type { BallotForm } from '../ballots/seat-papers.queries';
import type { PaperState } from '../domain/ballot/paper-ballot';
import type { Refusal } from '../domain/shared/refusal';
import { act, confirmation, pageHead, type Act, type Confirmation } from '../http/views/acts';
import { areaField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { paperTones } from './paper-list.views';

/** The page of one entry, as whoever looks may see it. */
export interface PaperRead {
  readonly id: string;
  readonly state: PaperState;
  readonly round: { readonly id: string; readonly number: string; readonly deadlineAt: string };
  readonly position: number;
  readonly title: string;
  readonly unitName: string;
  readonly voterName: string;
  readonly signedOn: string;
  readonly enteredByLabel: string;
  readonly enteredAt: string;
  readonly settledByLabel: string | null;
  readonly settledAt: string | null;
  readonly reason: string;
  /** Null for whoever may not open it. */
  readonly scan: { readonly name: string; readonly isImage: boolean } | null;
  /** Null for whoever may not see the vote. */
  readonly form: BallotForm | null;
  readonly note: string;
  /** The viewer entered it, and may take it back. */
  readonly isOwn: boolean;
  /** The viewer acts on rounds at all. */
  readonly mayAct: boolean;
  readonly confirmRefusal: Refusal | null;
  readonly rejectRefusal: Refusal | null;
}

/** What was sent to reject it, to be corrected. */
export interface SentRejection {
  readonly reason: string;
  readonly error: string;
}

export interface PaperModel extends PageModel {
  readonly state: Tag;
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { label: string; value: string; sub: string }[];
  };
  readonly scan: {
    readonly href: string;
    readonly name: string;
    readonly image: string;
    readonly alt: string;
  } | null;
  readonly noScan: string;
  readonly marks: readonly { readonly name: string; readonly given: string; readonly reason: string }[];
  readonly vote: string;
  readonly comment: string;
  readonly note: string;
  readonly hidden: string;
  readonly confirm: Confirmation | null;
  readonly reject: Confirmation | null;
  readonly withdraw: Act | null;
}

export function paperView(read: PaperRead, sent: SentRejection | null, words: Words): PaperModel {
  const { id, state, round, position: item, unitName: unit, form, scan } = read;
  const title = words.t('paperBallots.one.title', { item, unit });
  const href = `/paper-ballots/${id}/scan`;
  const waits = state === 'entered' && read.mayAct;
  return {
    page: {
      title,
      dataPage: 'paper-ballot',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: words.t('paperBallots.list.crumb'), href: `/rounds/${round.id}/paper-ballots` },
        { label: words.t('paperBallots.one.crumb') },
      ],
      head: pageHead({
        title,
        meta: [
          { strong: read.title },
          words.t('rounds.aside.deadline', { at: formatsFor(words).dateTime(round.deadlineAt) }),
        ],
      }),
    },
    state: tag(words.t(`paperBallots.state.${state}`), paperTones[state], state),
    facts: { two: true, items: factsOf(read, words) },
    scan: scan && {
      href,
      name: scan.name,
      image: scan.isImage ? href : '',
      alt: words.t('paperBallots.one.scan.alt', { unit, item }),
    },
    noScan: words.t(state === 'entered' ? 'paperBallots.one.scan.kept' : 'paperBallots.one.scan.settled'),
    marks: form === null ? [] : form.scales.map((scale) => markOf(scale, words)),
    vote: form?.vote.options.find(({ checked }) => checked)?.label ?? '',
    comment: form?.comment.value ?? '',
    note: read.note,
    hidden:
      form === null ? words.t(`paperBallots.one.hidden.${state === 'entered' ? 'kept' : 'settled'}`) : '',
    confirm: waits && !read.isOwn ? confirmOf(read, words) : null,
    reject: waits && !read.isOwn ? rejectOf(read, sent, words) : null,
    withdraw:
      waits && read.isOwn
        ? act({
            id: 'withdraw-paper',
            label: words.t('paperBallots.withdraw'),
            href: `/paper-ballots/${id}/withdrawal`,
            method: 'post',
            confirm: words.t('paperBallots.withdraw.confirm'),
            why: words.t('paperBallots.withdraw.why'),
          })
        : null,
  };
}

function factsOf(read: PaperRead, words: Words): PaperModel['facts']['items'] {
  const fmt = formatsFor(words);
  const fact = (key: string, value: string, sub = '') => ({
    label: words.t(`paperBallots.fact.${key}`),
    value,
    sub,
  });
  return [
    fact('voter', read.voterName, read.unitName),
    fact('signedOn', fmt.day(read.signedOn), words.t('paperBallots.fact.declared')),
    fact('enteredBy', read.enteredByLabel, fmt.dateTimeFull(read.enteredAt)),
    ...(read.settledAt === null
      ? []
      : [fact(`settled.${read.state}`, read.settledByLabel ?? '', fmt.dateTimeFull(read.settledAt))]),
    ...(read.reason === '' ? [] : [fact('reason', read.reason)]),
  ];
}

function markOf(scale: BallotForm['scales'][number], words: Words): PaperModel['marks'][number] {
  const { name, options, computed, na, reason } = scale;
  const chosen = computed?.options.find(({ checked }) => checked);
  const corrected = chosen?.value === 'correct' && computed ? `${computed.input}${computed.unit}` : '';
  const given = na
    ? words.t('ui.score.na')
    : chosen && computed
      ? [chosen.label, corrected, computed.follows || computed.score].filter(Boolean).join(' ')
      : (options.find(({ checked }) => checked)?.value ?? '');
  return { name, given, reason };
}

function confirmOf(
  { id, round, unitName, voterName, confirmRefusal }: PaperRead,
  words: Words,
): Confirmation {
  return confirmation({
    title: words.t('paperBallots.confirm.title'),
    text: words.t('paperBallots.confirm.text'),
    consequences: words.t('paperBallots.confirm.does', { unit: unitName, name: voterName }).split('\n'),
    action: `/paper-ballots/${id}/confirmation`,
    submit: words.t('paperBallots.confirm.submit'),
    cancel: { label: words.t('ui.cancel'), href: `/rounds/${round.id}/paper-ballots` },
    disabledBecause: sentenceOf(confirmRefusal, words),
  });
}

function rejectOf(
  { id, round, rejectRefusal }: PaperRead,
  sent: SentRejection | null,
  words: Words,
): Confirmation {
  return confirmation({
    title: words.t('paperBallots.reject.title'),
    text: words.t('paperBallots.reject.text'),
    action: `/paper-ballots/${id}/rejection`,
    inputs: [
      areaField({
        id: 'reject-reason',
        name: 'reason',
        label: words.t('rounds.reason'),
        required: true,
        stacked: true,
        rows: 2,
        hint: words.t('paperBallots.reject.hint'),
        value: sent?.reason ?? '',
        error: sent?.error ?? '',
      }),
    ],
    submit: words.t('paperBallots.reject.submit'),
    danger: true,
    cancel: { label: words.t('ui.cancel'), href: `/rounds/${round.id}/paper-ballots` },
    disabledBecause: sentenceOf(rejectRefusal, words),
  });
}

const sentenceOf = (refusal: Refusal | null, words: Words): string | null =>
  refusal && words.t(`refusal.${refusal.because}`, refusal.details);
