import type { AnswerRules } from '../domain/lead/answer-rules';
import { ELEMENTS } from '../domain/lead/element-demands';
import { typedText } from '../http/forms';
import type { Words } from '../words/words';

type Form = Readonly<Record<string, unknown>>;

/** The figures of the form with their bounds. */
export const RULE_FIGURES = [
  ['hostWorkdays', 1, 60],
  ['elementWorkdays', 1, 60],
  ['remindBefore', 0, 20],
  ['originShare', 0, 100],
  ['shareYears', 0, 50],
] as const;

/** Reads the form; unknown units are dropped, figures out of bounds are told. */
export function readAnswerRules(
  body: Form,
  unitCodes: readonly string[],
  words: Words,
): { value: AnswerRules; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const figures = RULE_FIGURES.map(([name, least, most]) => {
    const typed = typedText({ ...body }, name)
      .normalize('NFKC')
      .trim();
    const value = /^\d{1,3}$/.test(typed) ? Number(typed) : NaN;
    if (!(value >= least && value <= most)) errors[name] = words.t('answers.rules.whole', { least, most });
    return [name, value] as const;
  });
  const ticked = (name: string): 0 | 1 => (typedText({ ...body }, name) === '1' ? 1 : 0);
  const given = (body['duties'] ?? {}) as Form;
  const duties = ELEMENTS.map((element) => {
    const codes: unknown[] = [given[element]].flat();
    return [element, unitCodes.filter((code) => codes.includes(code))] as const;
  });
  const value: AnswerRules = {
    ...(Object.fromEntries(figures) as Pick<AnswerRules, (typeof RULE_FIGURES)[number][0]>),
    openingNeedsStatements: ticked('openingNeedsStatements'),
    offersByItself: ticked('offersByItself'),
    onlyDuty: ticked('onlyDuty'),
    duties: Object.fromEntries(duties) as unknown as AnswerRules['duties'],
  };
  return { value, errors };
}
