import type { FieldProblem } from '../domain/ballot/check-ballot';
import { VETO_TEXT } from '../domain/ballot/veto';
import { confirmingSeats, isOffSystem } from '../domain/ballot/veto-rules';
import { takesBallots } from '../domain/round/deadline';
import type { Instant } from '../domain/shared/instant';
import type { VetoGround } from '../domain/rubric/rubric-content';
import { act, type Act } from '../http/views/acts';
import { areaField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { BallotRoom, RoomItem } from './ballot-room';
import { ballotTop, contactLine, type BallotTop } from './ballot-top.views';
import { groundName, vetoTodos, type VetoTodo } from './veto-lines.views';
import type { RollSeat } from './veto-standing';
import type { SeenVeto } from './vetoes.queries';
import type { TypedVeto } from './veto.form';

/** The model of `ballots/veto-raise`. */
export interface VetoRaiseModel extends PageModel {
  readonly top: BallotTop;
  readonly round: string;
  readonly position: string;
  readonly title: string;
  readonly back: string;
  readonly summary: ErrorSummary | null;
  readonly earlier: { readonly items: readonly VetoTodo[] } | null;
  readonly action: string;
  readonly key: string;
  readonly groundError: string;
  readonly grounds: readonly {
    readonly id: string;
    readonly value: string;
    readonly label: string;
    readonly basis: string;
    readonly note: string;
    readonly checked: boolean;
  }[];
  readonly fields: readonly Field[];
  readonly consequences: readonly string[];
  readonly submit: Act;
  readonly contact: string;
}

export interface VetoRaiseInput {
  readonly room: BallotRoom;
  readonly item: RoomItem;
  readonly title: string;
  readonly grounds: readonly VetoGround[];
  /** The roll, with who is recused from this item. */
  readonly roll: readonly RollSeat[];
  /** What this seat has to do with already on this item. */
  readonly earlier: readonly SeenVeto[];
  readonly typed: TypedVeto;
  readonly problems: readonly FieldProblem[];
  readonly key: string;
  readonly now: Instant;
}

/** The grounds this seat's kind may raise, who settles each in this round, and what raising one does. */
export function vetoRaiseView(input: VetoRaiseInput, words: Words): VetoRaiseModel {
  const { room, item, title, typed, problems, now, earlier } = input;
  const message = (field: string): string => {
    const problem = problems.find((one) => one.field === field);
    return problem ? words.t(`vetoes.problem.${problem.because}`, problem.details) : '';
  };
  const back = `/ballot/items/${item.id}`;
  const isOver = !takesBallots(now, room.deadlineAt);
  return {
    page: { title: words.t('vetoes.raise.title'), dataPage: 'ballot-veto', layout: 'ballot' },
    top: ballotTop(room, now, words),
    round: words.t('ballots.item.round', { round: room.roundNumber }),
    position: words.t('ballots.item.position', { position: item.position, count: room.items.length }),
    title,
    back,
    summary: summary(problems, message, words),
    earlier: earlier.length === 0 ? null : vetoTodos(earlier, words),
    action: `${back}/vetoes`,
    key: input.key,
    groundError: message('ground'),
    grounds: input.grounds.map((ground) => choice(ground, input, words)),
    fields: [
      area('basis', 3, typed.basis, message('basis'), words),
      area('text', 4, typed.text, message('text'), words),
    ],
    consequences: ['seen', 'confirmed', 'open', 'withdraw'].map((key) => words.t(`vetoes.raise.${key}`)),
    submit: act({
      id: 'raise',
      form: 'veto-form',
      tone: 'danger',
      size: 'block',
      label: words.t('vetoes.raise.submit'),
      why: words.t('vetoes.raise.why'),
      disabledBecause: isOver ? words.t('refusal.vetoTooLate') : null,
    }),
    contact: contactLine(room.contact, words),
  };
}

function choice(
  ground: VetoGround,
  { room, roll, typed }: VetoRaiseInput,
  words: Words,
): VetoRaiseModel['grounds'][number] {
  const { code, basis } = ground;
  return {
    id: `ground-${code}`,
    value: code,
    label: groundName(ground, words),
    basis: words.t('vetoes.raise.basisOf', { basis: words.of(basis) }),
    note: isOffSystem(ground)
      ? words.t('vetoes.raise.offSystem')
      : settledBy(ground, roll, room.seat.id, words),
    checked: code === typed.ground,
  };
}

function settledBy(ground: VetoGround, roll: readonly RollSeat[], raisedBy: string, words: Words): string {
  const { by } = ground.confirmedBy;
  if (by !== 'seats') return words.t('vetoes.raise.settler', { settlers: words.t(`vetoes.body.${by}`) });
  const recused = new Set(roll.filter((seat) => seat.recused).map(({ seatId }) => seatId));
  const ids = new Set(confirmingSeats(ground, roll, recused, raisedBy));
  const units = roll.filter(({ seatId }) => ids.has(seatId)).map(({ unitName }) => unitName);
  if (units.length === 0) return words.t('vetoes.raise.noSettler');
  return words.t('vetoes.raise.settler', { settlers: formatsFor(words).list(units) });
}

function area(name: 'basis' | 'text', rows: number, value: string, error: string, words: Words): Field {
  return areaField({
    name,
    label: words.t(`vetoes.raise.${name}`),
    hint: words.t(`vetoes.raise.${name}.hint`),
    value,
    error,
    rows,
    max: VETO_TEXT.most,
    required: true,
    stacked: true,
  });
}

function summary(
  problems: readonly FieldProblem[],
  message: (field: string) => string,
  words: Words,
): ErrorSummary | null {
  if (problems.length === 0) return null;
  const items = problems.map(({ field }) => ({ href: `#${field}`, text: message(field), note: '' }));
  return { title: words.t('ui.errors.title', { n: problems.length }), items };
}
