import { roundMachine } from '../domain/round/round-moves';
import type { RequestKind } from '../domain/round/two-people';
import type { Instant } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';
import { act, confirmation, pageHead, type Act, type Confirmation } from '../http/views/acts';
import { areaField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { deadlineField } from './deadline-field.views';
import { inRoundWords } from './round-refusals';
import type { RoundRequest } from './round-request.entity';
import type { Round } from './round.entity';

/** All that the page of a reopening or voiding is made from. */
export interface TwoPersonRead {
  readonly kind: RequestKind;
  readonly round: Round;
  readonly items: number;
  readonly seats: number;
  /** What waits for its second person, of whichever kind. */
  readonly request: RoundRequest | null;
  /** The deadline that a reopened round gets if nobody says otherwise. */
  readonly suggested: Instant;
  readonly now: Instant;
  readonly viewerId: string;
  /** Where the viewer goes back to. */
  readonly back: string;
}

/** What was sent and has to be corrected. */
export interface SentRequest {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export interface TwoPersonModel extends PageModel {
  readonly asked: {
    readonly title: string;
    readonly facts: {
      readonly two: boolean;
      readonly items: readonly { label: string; value: string; sub: string }[];
    };
    readonly withdraw: Act;
  } | null;
  readonly confirm: Confirmation;
}

/** The page on which one person asks and another confirms. */
export function twoPersonView(read: TwoPersonRead, sent: SentRequest | null, words: Words): TwoPersonModel {
  const { kind, round, request, now } = read;
  const fmt = formatsFor(words);
  const title = words.t(`rounds.two.${kind}.title`, { number: round.number });
  return {
    page: {
      title,
      dataPage: kind === 'void' ? 'round-voiding' : 'round-reopening',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: round.number, href: read.back },
        { label: words.t(`rounds.two.${kind}.crumb`) },
      ],
      head: pageHead({
        title,
        meta: [
          { strong: words.t(`rounds.state.${round.state}`) },
          round.title,
          words.t('rounds.aside.deadline', { at: fmt.dateTime(round.deadlineAt) }),
          fmt.deadline(round.deadlineAt, now).left,
        ],
      }),
    },
    asked: request === null ? null : askedOf(read, request, words),
    confirm: confirmOf(read, sent, words),
  };
}

function askedOf(
  { round, viewerId }: TwoPersonRead,
  request: RoundRequest,
  words: Words,
): TwoPersonModel['asked'] {
  const fmt = formatsFor(words);
  const { kind, askedById, askedByLabel, askedAt, reason, deadlineAt } = request;
  const line = (label: string, value: string): { label: string; value: string; sub: string } => ({
    label: words.t(`rounds.two.fact.${label}`),
    value,
    sub: '',
  });
  return {
    title: words.t(`rounds.two.${kind}.asked`),
    facts: {
      two: true,
      items: [
        line('by', askedByLabel),
        line('at', fmt.dateTime(askedAt)),
        line('reason', reason),
        ...(deadlineAt === null ? [] : [line('deadline', fmt.dateTimeFull(deadlineAt))]),
      ],
    },
    withdraw: act({
      label: words.t(askedById === viewerId ? 'rounds.two.withdraw' : 'rounds.two.decline'),
      href: `${pathOf(round.id, kind)}/withdrawal`,
      method: 'post',
      confirm: words.t('rounds.two.withdraw.confirm'),
      why: words.t('rounds.two.withdraw.why'),
    }),
  };
}

function confirmOf(read: TwoPersonRead, sent: SentRequest | null, words: Words): Confirmation {
  const { kind, round, items, seats, request } = read;
  const isSecond = request?.kind === kind;
  const step = isSecond ? 'second' : 'first';
  const consequences = words.t(`rounds.two.${kind}.does`, { items, seats }).split('\n');
  return confirmation({
    title: words.t(`rounds.two.${kind}.${step}`),
    text: words.t(`rounds.two.${step}.text`),
    consequences: kind === 'void' && round.state !== 'closed' ? consequences.slice(0, -1) : consequences,
    action: pathOf(round.id, kind),
    fields: isSecond ? [{ name: 'request', value: request.id }] : [],
    inputs: isSecond ? [remark(sent, words)] : inputs(read, sent, words),
    submit: words.t(`rounds.two.${kind}.${step}.submit`),
    danger: true,
    cancel: { label: words.t('ui.cancel'), href: read.back },
    disabledBecause: sentenceOf(refusalOf(read), words),
  });
}

/** Asks with a reason and a deadline that would do, so that what is left is the round's own "no". */
function refusalOf({ kind, round, request, now, suggested, viewerId }: TwoPersonRead): Refusal | null {
  if (request !== null && request.kind !== kind) return { because: 'requestUnanswered' };
  if (request?.askedById === viewerId) return { because: 'secondPersonNeeded' };
  const facts = { now, newDeadlineAt: request?.deadlineAt ?? suggested, reason: '-' };
  const { state } = round;
  const refusal =
    kind === 'void' ? roundMachine.check('void', state, facts) : roundMachine.check('reopen', state, facts);
  return inRoundWords(refusal, kind, state);
}

function inputs({ kind, suggested }: TwoPersonRead, sent: SentRequest | null, words: Words): Field[] {
  const reason = areaField({
    id: 'two-reason',
    name: 'reason',
    label: words.t('rounds.two.fact.reason'),
    required: true,
    stacked: true,
    rows: 3,
    hint: words.t('rounds.two.reason.hint'),
    value: sent?.typed['reason'] ?? '',
    error: sent?.errors['reason'] ?? '',
  });
  if (kind === 'void') return [reason];
  const deadline = deadlineField({
    id: 'two-deadlineAt',
    label: words.t('rounds.two.fact.deadline'),
    stacked: true,
    value: sent?.typed['deadlineAt'] ?? formatsFor(words).fieldDateTime(suggested),
    error: sent?.errors['deadlineAt'] ?? '',
    hint: words.t('rounds.two.deadline.hint'),
  });
  return [reason, deadline];
}

const remark = (sent: SentRequest | null, words: Words): Field =>
  areaField({
    id: 'two-reason',
    name: 'reason',
    label: words.t('rounds.two.remark'),
    optional: true,
    stacked: true,
    rows: 2,
    value: sent?.typed['reason'] ?? '',
    error: sent?.errors['reason'] ?? '',
  });

const pathOf = (roundId: string, kind: RequestKind): string =>
  `/rounds/${roundId}/${kind === 'void' ? 'voiding' : 'reopening'}`;

const sentenceOf = (refusal: Refusal | null, words: Words): string | null =>
  refusal && words.t(`refusal.${refusal.because}`, refusal.details);
