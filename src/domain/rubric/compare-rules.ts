import { canonical } from '../shared/canonical';
import type { Sentence } from '../shared/sentence';
import { ruleChapters, type RuleChapter } from './rule-sentences';
import type { RuleSet } from './rule-set';

/** One rule in two rule sets; null where one of them does not have it. */
export type RulePair = {
  readonly before: Sentence | null;
  readonly after: Sentence | null;
  readonly same: boolean;
};

/**
 * Two rule sets side by side, chapter by chapter in the order of the first. A rule that is said in another way (closing
 * by a person, closing by the clock) stands beside what it replaces.
 */
export function compareRules(
  before: RuleSet,
  after: RuleSet,
): readonly { readonly chapter: RuleChapter; readonly pairs: readonly RulePair[] }[] {
  const others = new Map(ruleChapters(after).map(({ chapter, sentences }) => [chapter, sentences]));
  return ruleChapters(before).map(({ chapter, sentences }) => ({
    chapter,
    pairs: pairsOf(sentences, others.get(chapter) ?? []),
  }));
}

function pairsOf(before: readonly Sentence[], after: readonly Sentence[]): readonly RulePair[] {
  const known = new Set(before.map(slot));
  const found = new Map(after.map((sentence) => [slot(sentence), sentence]));
  const fresh = after.filter((sentence) => !known.has(slot(sentence)));
  const pairs = before.map((sentence): RulePair => {
    const other = found.get(slot(sentence)) ?? fresh.shift() ?? null;
    return {
      before: sentence,
      after: other,
      same: other !== null && canonical(sentence) === canonical(other),
    };
  });
  return [...pairs, ...fresh.map((sentence): RulePair => ({ before: null, after: sentence, same: false }))];
}

/** Which rule a sentence states, whatever its figures are. */
const slot = ({ key, args }: Sentence): string => `${key} ${args['kind'] ?? ''}`;
