import type { VetoGround } from '../domain/rubric/rubric-content';
import type { Page } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { RubricVersionCard } from './rubrics.queries';

/** `园区、支撑部门`; all four kinds are 任一席位. */
export function kindWords(kinds: readonly string[], words: Words): string {
  return formatsFor(words).list(kinds.map((kind) => words.t(`panelKind.${kind}`)));
}

/** Who may raise a veto: all four kinds are any seat. */
export function raiserWords(kinds: readonly string[], words: Words): string {
  return kinds.length === 4 ? words.t('rubrics.veto.anyKind') : kindWords(kinds, words);
}

/** Who confirms a veto; `''` where seats should and none is named. */
export function confirmerWords({ by, functions }: VetoGround['confirmedBy'], words: Words): string {
  if (by !== 'seats') return words.t(`rubrics.veto.by.${by}`);
  return functions.map((duty) => words.t(`seatFunction.${duty}`)).join(words.t('rubrics.veto.or'));
}

/** From the desk to a page of one rubric. */
export function rubricCrumbs(
  card: Pick<RubricVersionCard, 'rubricId' | 'name'>,
  words: Words,
  ...last: readonly string[]
): NonNullable<Page['crumbs']> {
  return [
    { label: words.t('rubrics.crumb.desk'), href: '/' },
    { label: words.t('rubrics.list.title'), href: '/rubrics' },
    { label: words.of(card.name), href: `/rubrics/${card.rubricId}` },
    ...last.map((label) => ({ label })),
  ];
}
