import type { Words } from '../words/words';
import type { Minutes } from './minutes.queries';
import type { ResultItem } from './results.queries';

type MinutedChairs = Pick<Minutes, 'results' | 'chairRecusals' | 'standIns'>;

/** Those who did not preside over an item and why, and who was named; items by their rank, as everywhere in the minutes. */
export function chairLines({ results, chairRecusals, standIns }: MinutedChairs, words: Words): string[] {
  const rank = new Map(results.items.map(({ outcome }) => [outcome.itemId, outcome.position]));
  const person = (post: string, name: string): string =>
    words.t('chairs.person', { post: words.t(`chairs.post.${post}`), name });
  const noted = chairRecusals.flatMap(({ itemId, post, personName, reason }) => {
    const n = rank.get(itemId);
    return n === undefined
      ? []
      : [words.t('chairs.minutes.recused', { n, person: person(post, personName), reason })];
  });
  const said = new Set(chairRecusals.map(({ itemId, personId }) => `${itemId} ${personId}`));
  const byRule = results.items.flatMap(({ outcome, chair }) =>
    chair.line
      .filter(({ isRecused, personId }) => isRecused && !said.has(`${outcome.itemId} ${personId}`))
      .map(({ post, name }) =>
        words.t('chairs.minutes.byRule', { n: outcome.position, person: person(post, name) }),
      ),
  );
  const named = standIns.flatMap(({ itemId, personName: name, namedLabel: by, reason }) => {
    const n = rank.get(itemId);
    return n === undefined ? [] : [words.t('chairs.minutes.named', { n, by, name, reason })];
  });
  return [...byRule, ...noted, ...named];
}

/** Who acted as chair for an item; nothing where the chair presided. */
export function actedLine({ chair }: Pick<ResultItem, 'chair'>, words: Words): string[] {
  const { presiding } = chair;
  if (presiding === null) return [words.t('chairs.results.nobody')];
  if (presiding.post === 'chair') return [];
  const post = words.t(`chairs.post.${presiding.post}`);
  return [
    words.t('chairs.minutes.acting', { person: words.t('chairs.person', { post, name: presiding.name }) }),
  ];
}
