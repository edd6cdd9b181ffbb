import { Fraction } from '../domain/shared/fraction';
import type { Links } from '../http/views/lists';
import type { Words } from '../words/words';
import type { ResultItem } from './results.queries';
import { forAgenda, type RoundInsight } from './round-insight';

/** By rank, the most disputed first, or only what the meeting should hear of. */
export const RESULT_ORDERS = ['score', 'dispute', 'agenda'] as const;
export type ResultOrder = (typeof RESULT_ORDERS)[number];

/** As the address says; anything else is by score. */
export function orderAsked(asked: unknown): ResultOrder {
  return RESULT_ORDERS.find((order) => order === asked) ?? 'score';
}

export function orderLinks(
  href: string,
  order: ResultOrder,
  { items }: Pick<RoundInsight, 'items'>,
  words: Words,
): Links {
  const agenda = [...items.values()].filter(forAgenda).length;
  return {
    label: words.t('insight.order.label'),
    items: RESULT_ORDERS.map((one) => ({
      label: words.t(`insight.order.${one}`),
      href: one === 'score' ? href : `${href}?by=${one}`,
      count: one === 'agenda' ? String(agenda) : '',
      current: one === order,
    })),
  };
}

export function inOrder(
  results: readonly ResultItem[],
  { items }: Pick<RoundInsight, 'items'>,
  order: ResultOrder,
): readonly ResultItem[] {
  if (order === 'score') return results;
  if (order === 'agenda') return results.filter(({ outcome }) => forAgenda(items.get(outcome.itemId)));
  const variance = ({ outcome }: ResultItem): Fraction =>
    items.get(outcome.itemId)?.disagreement.ballots?.variance ?? Fraction.of(-1);
  return [...results].sort((a, b) => variance(b).compare(variance(a)));
}
