import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { VetoState } from '../domain/ballot/veto';
import type { VetoGround } from '../domain/rubric/rubric-content';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { confirmersOf, type VetoRead } from './veto-standing';
import type { SeenVeto } from './vetoes.queries';

/** A row of the partial `todo`. */
export interface VetoTodo {
  readonly title: string;
  readonly href: string;
  readonly when: string;
  readonly late: boolean;
  readonly due: string;
  readonly tag: Tag;
  readonly light: null;
  readonly seal: null;
  readonly act: null;
}

const tones: Readonly<Record<VetoState, TagTone>> = {
  raised: 'amber',
  confirmed: 'red',
  dismissed: 'line',
  withdrawn: 'line',
};

/** 待确认, 已确认, 不予确认, 已撤回 */
export function vetoTag(state: VetoState, words: Words): Tag {
  return tag(words.t(`vetoes.state.${state}`), tones[state], state);
}

/** `V02 占用生态保护红线、永久基本农田或水源保护区` */
export function groundName({ code, name }: Pick<VetoGround, 'code' | 'name'>, words: Words): string {
  return words.t('vetoes.ground', { code, name: words.of(name) });
}

/** Who settles it: the units on this round's roll, a body, or nobody. */
export function settlersOf(veto: VetoRead, words: Words): string {
  const { by } = veto.ground.confirmedBy;
  if (by !== 'seats') return words.t(`vetoes.body.${by}`);
  const units = confirmersOf(veto).map(({ unitName }) => unitName);
  return units.length === 0 ? words.t('vetoes.noSettler') : formatsFor(words).list(units);
}

/** What has become of it, in a sentence. */
export function standingText(veto: VetoRead, words: Words): string {
  const { state, settledAt, settledLabel } = veto;
  if (state === 'raised' || settledAt === null)
    return words.t('vetoes.waits', { settlers: settlersOf(veto, words) });
  return words.t(`vetoes.was.${state}`, {
    by: settledLabel ?? '',
    at: formatsFor(words).dateTime(settledAt),
  });
}

/** The vetoes a seat has to do with, those that wait for it first; for its ballot pages. */
export function vetoTodos(seen: readonly SeenVeto[], words: Words): { items: VetoTodo[] } {
  const asked = ({ veto, standing }: SeenVeto): boolean => standing.isConfirmer && veto.state === 'raised';
  const order = [...seen.filter(asked), ...seen.filter((one) => !asked(one))];
  return {
    items: order.map((one): VetoTodo => {
      const { veto } = one;
      const { position, title } = veto;
      return {
        title: groundName(veto.ground, words),
        href: `/vetoes/${veto.id}`,
        when: words.t('vetoes.todo.when', { position, title, standing: standingText(veto, words) }),
        late: false,
        due: '',
        tag: asked(one) ? tag(words.t('vetoes.todo.due'), 'amber', 'raised') : vetoTag(veto.state, words),
        light: null,
        seal: null,
        act: null,
      };
    }),
  };
}
