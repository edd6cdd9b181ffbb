import type { Act } from './round-acts';
import { again, raise, settle, write } from './model-papers';
import {
  cellOf,
  kill,
  mail,
  NOT_NOW,
  seatOf,
  silent,
  TERM,
  verdicts,
  wasOpened,
  type RoundModel,
} from './model-round';

/** Does an act to the model. @returns 'done', what it came to, or why it is refused; the model is then as it was */
export function expected(model: RoundModel, act: Act): string {
  switch (act.do) {
    case 'open':
      return when(model, ['planned'], () => {
        if (model.now >= model.deadline) return 'deadlineNotAhead';
        model.state = 'open';
        mail(model.seats);
        return null;
      });
    case 'wait':
      model.now += act.minutes;
      return 'done';
    case 'restart':
      return 'done';
    case 'runJobs':
      if (model.state === 'open' && model.now >= model.deadline) model.state = 'locked';
      return 'done';
    case 'cast':
    case 'recuse':
    case 'draft':
      return wasOpened(model) ? write(model, act) : 'nothing';
    case 'again':
      return again(cellOf(model, act), act.press);
    case 'veto':
      return wasOpened(model) ? raise(model, act) : 'nothing';
    case 'settle':
      return settle(model, model.vetoes[act.veto % Math.max(1, model.vetoes.length)], act.move);
    case 'reissue':
      return when(model, ['open'], () => {
        const seat = seatOf(model, act.seat);
        kill([seat], 'dead');
        mail([seat]);
      });
    case 'withdrawLink':
      return when(model, ['open'], () => {
        const seat = seatOf(model, act.seat);
        if (!seat.links.includes('live')) return 'noLinkInUse';
        kill([seat], 'withdrawn');
        return null;
      });
    case 'handOver':
      return when(model, ['open'], () => {
        const seat = seatOf(model, act.seat);
        if (model.now >= model.deadline) return 'deadlinePassed';
        if (!seat.hasAlternate) return 'seatWithoutAlternate';
        seat.post = seat.post === 'a' ? 'b' : 'a';
        kill([seat], 'dead');
        mail([seat]);
        return null;
      });
    case 'remind':
      return when(model, ['open'], () => {
        if (model.now >= model.deadline) return 'deadlinePassed';
        if (silent(model).length === 0) return 'nobodyToRemind';
        mail(silent(model));
        return null;
      });
    case 'extend':
      return when(model, ['open', 'locked'], () => extend(model, model.now + act.minutes));
    case 'close':
      return when(model, ['open', 'locked'], () => close(model));
    case 'cancel':
      if (model.state === 'locked') return 'voidInstead';
      return when(model, ['planned', 'open'], () => {
        if (model.request) return 'requestUnanswered';
        if (model.state === 'open' && model.now >= model.deadline) return 'voidInstead';
        model.state = 'cancelled';
        kill(model.seats, 'dead');
        return null;
      });
    case 'reopen':
    case 'void':
      return twoPeople(model, act.do, act.by);
    case 'takeBack':
      if (model.request?.kind !== act.kind) return 'nothingAsked';
      model.request = null;
      return 'done';
  }
}

function extend(model: RoundModel, deadline: number): string | null {
  if (model.extended) return 'alreadyExtended';
  if (verdicts(model).every(({ outcome }) => outcome !== 'void')) return 'quorumAlreadyMet';
  if (deadline <= model.deadline) return 'deadlineNotLater';
  if (deadline <= model.now) return 'deadlineNotAhead';
  mail(silent(model));
  Object.assign(model, { state: 'open', deadline, extended: true });
  return null;
}

function close(model: RoundModel): string | null {
  const awaited = model.cells.flat().some(({ turnout }) => turnout === 'waiting');
  if (model.state === 'open' && model.now < model.deadline && awaited) return 'ballotsAwaited';
  model.outcomes = verdicts(model).map(({ outcome, reasons }) => `${outcome} ${reasons[0] ?? ''}`);
  model.state = 'closed';
  kill(model.seats, 'dead');
  return null;
}

function twoPeople(model: RoundModel, kind: 'reopen' | 'void', by: number): string {
  const { request, state } = model;
  if (request && request.kind !== kind) return 'requestUnanswered';
  if (request?.by === by) return 'secondPersonNeeded';
  const from: readonly string[] = kind === 'reopen' ? ['closed'] : ['open', 'locked', 'closed'];
  if (!from.includes(state)) {
    const running = state === 'open' || state === 'locked';
    return kind === 'reopen' && running ? 'roundNotClosed' : NOT_NOW[state];
  }
  if (request === null) {
    model.request = { kind, by, deadline: model.now + TERM };
    return 'asked';
  }
  if (kind === 'reopen' && request.deadline <= model.now) return 'deadlineNotAhead';
  model.request = null;
  model.earlier += model.outcomes.length;
  model.outcomes = [];
  if (kind === 'void') {
    model.state = 'voided';
    kill(model.seats, 'dead');
  } else {
    Object.assign(model, { state: 'open', deadline: request.deadline });
    mail(model.seats);
  }
  return 'carriedOut';
}

function when(model: RoundModel, states: readonly string[], move: () => string | null | void): string {
  return states.includes(model.state) ? (move() ?? 'done') : NOT_NOW[model.state];
}
