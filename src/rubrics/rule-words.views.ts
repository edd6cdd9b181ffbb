import { ruleSentences } from '../domain/rubric/rule-sentences';
import { formatsFor } from '../words/formats';
import { ruleWords } from '../words/rules';
import type { Words } from '../words/words';
import type { RuleSetRead } from './rubrics.queries';

export interface RulesModel {
  id: string;
  title: string;
  meta: string;
  sentences: { n: string; text: string }[];
}

/** A rule set in plain sentences, in the order in which the rules are applied. */
export function rulesView(rules: RuleSetRead, words: Words): RulesModel {
  return {
    id: rules.id,
    title: words.of(rules.content.name),
    meta: words.t('rubrics.rules.meta', {
      n: rules.version,
      at: formatsFor(words).dayFull(rules.publishedAt),
      digest: rules.digest.slice(0, 16),
    }),
    sentences: ruleSentences(rules.content).map((sentence, at) => ({
      n: String(at + 1),
      text: ruleWords(sentence, words),
    })),
  };
}

/** `R1第2版`: how minutes, letters and lists name the rules that decided. */
export function versionName({ code, version }: Pick<RuleSetRead, 'code' | 'version'>, words: Words): string {
  return words.t('rules.version', { code, n: version });
}
