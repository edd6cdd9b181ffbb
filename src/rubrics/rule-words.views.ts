import { ruleSentences } from '../domain/rubric/rule-sentences';
import type { Bilingual, Sentence } from '../domain/shared/sentence';
import { formatsFor } from '../words/formats';
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
    title: nameOf(rules.content.name, words),
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

/** A rule in the words of this language; codes among its arguments get their words. */
export function ruleWords({ key, args }: Sentence, words: Words): string {
  const { functions, kind, rulings, hours } = args;
  const named: Record<string, string | number> = { ...args };
  if (kind !== undefined) named['kind'] = words.t(`panelKind.${kind}`);
  if (functions !== undefined) named['functions'] = listed(functions, 'seatFunction', words);
  if (rulings !== undefined) named['rulings'] = listed(rulings, 'rules.ruling', words);
  if (hours !== undefined) named['hours'] = hoursListed(String(hours), words);
  return words.t(key, named);
}

/** `R1第2版`: how minutes, letters and lists name the rules that decided. */
export function versionName({ code, version }: Pick<RuleSetRead, 'code' | 'version'>, words: Words): string {
  return words.t('rules.version', { code, n: version });
}

export const nameOf = ({ zh, en }: Bilingual, words: Words): string => (words.locale === 'en' ? en : zh);

function listed(codes: string | number, prefix: string, words: Words): string {
  const each = String(codes).split(',');
  return formatsFor(words).list(each.map((code) => words.t(`${prefix}.${code}`)));
}

/** Whole days where hours make some: `3天、1天、2小时`. */
function hoursListed(hours: string, words: Words): string {
  const each = hours.split(',').map(Number);
  const named = each.map((n) =>
    n % 24 === 0 ? words.t('rules.reminders.days', { n: n / 24 }) : words.t('rules.reminders.hours', { n }),
  );
  return formatsFor(words).list(named);
}
