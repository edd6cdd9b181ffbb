import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Minutes } from './minutes.queries';

/**
 * How many ballots were entered from paper, for which seats and by whom; items by their rank, never a vote. Items that
 * are not for whoever reads are left out.
 */
export function paperLines({ results }: Pick<Minutes, 'results'>, words: Words): string[] {
  const rank = new Map(results.items.map(({ outcome }) => [outcome.itemId, outcome.position]));
  const papers = results.papers.filter(({ itemId }) => rank.has(itemId));
  if (papers.length === 0) return [];
  const groups = new Map<string, { unit: string; by: string; second: string; ranks: number[] }>();
  for (const {
    itemId,
    unitName: unit,
    enteredByLabel: by,
    confirmedByLabel: second,
    roundSeatId,
  } of papers) {
    const key = [roundSeatId, by, second].join('\n');
    const group = groups.get(key) ?? { unit, by, second, ranks: [] };
    group.ranks.push(rank.get(itemId) ?? 0);
    groups.set(key, group);
  }
  return [
    words.t('minutes.paper', { n: papers.length }),
    ...[...groups.values()].map(({ unit, by, second, ranks }) => {
      const items = formatsFor(words).list(ranks.sort((a, b) => a - b).map(String));
      return words.t('minutes.paper.line', { unit, by, second, items });
    }),
  ];
}
