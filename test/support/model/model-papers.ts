import type { Act, VetoMove } from './round-acts';
import {
  cellOf,
  deadLink,
  mail,
  seatOf,
  shut,
  type Cell,
  type ModelSeat,
  type ModelVeto,
  type RoundModel,
} from './model-round';

type WriteAct = Extract<Act, { do: 'cast' | 'recuse' | 'draft' }>;

export function write(model: RoundModel, act: WriteAct): string {
  const cell = cellOf(model, act);
  const dead = deadLink(seatOf(model, act.seat), act.do === 'draft' ? 0 : act.link);
  const refusal = shut(model) ?? dead ?? (cell.turnout === 'recused' ? 'ballotRecused' : null);
  if (refusal !== null) return refusal;
  if (act.do === 'draft') {
    cell.draft = act.text === '' ? null : act.text;
    return 'done';
  }
  cell.draft = null;
  cell.turnout = act.do === 'cast' ? 'cast' : 'recused';
  cell.presses.push(act.do === 'cast' ? act.vote : null);
  if (act.do === 'cast') cell.declared.add(seatOf(model, act.seat).post);
  const own = ({ seat, item }: ModelVeto): boolean =>
    seat === act.seat % model.seats.length && cellOf(model, { seat, item }) === cell;
  if (act.do === 'recuse')
    for (const veto of model.vetoes.filter((one) => own(one) && one.state === 'raised'))
      veto.state = 'withdrawn';
  return 'done';
}

/** The same press sent again comes back as it was answered, whatever has happened since. */
export function again({ presses }: Cell, press: number): string {
  if (presses.length === 0) return 'nothing';
  const version = (press % presses.length) + 1;
  return `version ${version}${version === presses.length ? ', current' : ''}`;
}

export function raise(model: RoundModel, act: Extract<Act, { do: 'veto' }>): string {
  const seat = act.seat % model.seats.length;
  const item = act.item % (model.cells[0]?.length ?? 1);
  const standing = model.vetoes.some(
    (veto) =>
      veto.seat === seat && veto.item === item && veto.ground === act.ground && veto.state !== 'withdrawn',
  );
  if (act.ground === 'V02' && seatOf(model, seat).kind !== 'support') return 'vetoGroundOfAnotherKind';
  const refusal =
    shut(model) ??
    (cellOf(model, act).turnout === 'recused' ? 'vetoRecused' : null) ??
    (deadLink(seatOf(model, seat), act.link) === null ? null : 'ballotLinkReplaced') ??
    (standing ? 'vetoRaisedAlready' : null);
  if (refusal !== null) return refusal;
  const by = seatOf(model, seat).post;
  model.vetoes.push({ seat, item, ground: act.ground, by, state: 'raised' });
  if (act.ground === 'V02') mail(confirmers(model, item));
  return 'done';
}

/** The department that speaks for land, unless it is recused from the item. */
function confirmers(model: RoundModel, item: number): ModelSeat[] {
  return model.seats.filter(
    ({ duty }, seat) => duty === 'naturalResources' && cellOf(model, { seat, item }).turnout !== 'recused',
  );
}

export function settle(model: RoundModel, veto: ModelVeto | undefined, move: VetoMove): string {
  if (!veto) return 'nothing';
  const raiser = seatOf(model, veto.seat);
  const { turnout, declared } = cellOf(model, veto);
  const byLand = veto.ground === 'V02' ? confirmers(model, veto.item) : null;
  if (move === 'withdraw') {
    if (turnout === 'recused') return 'notFound';
    // Who took the seat over reads what was written for it after their own declaration.
    const mayRead = veto.by === raiser.post || declared.has(raiser.post);
    if (!mayRead) return byLand?.includes(raiser) ? 'vetoNotYours' : 'notFound';
  } else if (byLand?.length === 0) return 'notFound';
  if (veto.state !== 'raised') return 'vetoSettled';
  if (move === 'withdraw' && model.state === 'open' && model.now >= model.deadline) return 'vetoTooLate';
  const live = move === 'withdraw' ? ['open'] : ['open', 'locked'];
  if (!live.includes(model.state)) return 'vetoRoundOver';
  if (byLand && move !== 'withdraw') {
    // Whoever rules on a veto declares with it to have no interest in the item.
    const land = model.seats.findIndex((seat) => byLand.includes(seat));
    cellOf(model, { seat: land, item: veto.item }).declared.add(seatOf(model, land).post);
  }
  veto.state = ({ confirm: 'confirmed', dismiss: 'dismissed', withdraw: 'withdrawn' } as const)[move];
  return 'done';
}
