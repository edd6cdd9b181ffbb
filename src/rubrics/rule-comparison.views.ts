import { compareRules } from '../domain/rubric/compare-rules';
import type { RuleSet } from '../domain/rubric/rule-set';
import type { Sentence } from '../domain/shared/sentence';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { ruleWords } from '../words/rules';
import type { Words } from '../words/words';
import { versionName } from './rule-words.views';
import { ruleCrumbs } from './rules.views';
import type { RuleSetRead } from './rubrics.queries';

/** The model of `rules/_pairs`: two rule sets side by side. */
export interface PairsModel {
  readonly before: string;
  readonly after: string;
  readonly summary: string;
  readonly chapters: readonly {
    readonly title: string;
    readonly pairs: readonly {
      readonly before: string;
      readonly after: string;
      readonly same: boolean;
    }[];
  }[];
}

export interface RuleComparisonModel extends PageModel {
  readonly pairs: PairsModel;
}

/** Two published versions, rule by rule; what differs is marked. */
export function ruleComparisonView(
  before: RuleSetRead,
  after: RuleSetRead,
  words: Words,
): RuleComparisonModel {
  const names = { before: versionName(before, words), after: versionName(after, words) };
  const title = words.t('rules.compare.title', names);
  return {
    page: {
      title,
      dataPage: 'rule-comparison',
      crumbs: ruleCrumbs(title, words),
      head: pageHead({
        title,
        meta: [words.of(before.content.name), words.of(after.content.name)],
        acts: [{ label: words.t('ui.back'), href: `/rules/${before.id}` }],
      }),
      wide: true,
    },
    pairs: pairsOf(
      { rules: before.content, name: names.before },
      { rules: after.content, name: names.after },
      words,
    ),
  };
}

interface Side {
  readonly rules: RuleSet;
  readonly name: string;
}

/** Rule by rule. With `onlyDifferent`, what is the same is left out. */
export function pairsOf(before: Side, after: Side, words: Words, onlyDifferent = false): PairsModel {
  const compared = compareRules(before.rules, after.rules);
  const different = compared.flatMap(({ pairs }) => pairs).filter(({ same }) => !same).length;
  const said = (sentence: Sentence | null): string => (sentence === null ? '' : ruleWords(sentence, words));
  return {
    before: before.name,
    after: after.name,
    summary:
      different === 0 ? words.t('rules.compare.same') : words.t('rules.compare.different', { n: different }),
    chapters: compared
      .map(({ chapter, pairs }) => ({
        title: words.t(`rules.chapter.${chapter}`),
        pairs: pairs
          .filter(({ same }) => !onlyDifferent || !same)
          .map((pair) => ({ before: said(pair.before), after: said(pair.after), same: pair.same })),
      }))
      .filter(({ pairs }) => pairs.length > 0),
  };
}
