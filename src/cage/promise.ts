import type { LeadContent } from '../domain/lead/lead-content';
import { listedFigures } from '../domain/lead/listed-figures';
import { formatsFor } from '../words/formats';
import { wordsFor, type Words } from '../words/words';

/** Characters of the one-line goal. */
const goalLength = 60;

/** The goal in one line: the first clause of the lead's summary, else its title. */
export function projectGoal({ summary }: LeadContent, title: string): string {
  const first = (summary ?? '').split(/[，。；\n]/u)[0]?.trim() ?? '';
  const symbols = Array.from(first === '' ? title : first);
  return symbols.length <= goalLength ? symbols.join('') : `${symbols.slice(0, goalLength - 1).join('')}…`;
}

/** One figure that was promised: its name, and the amount with its unit. */
export interface PromisedFigure {
  readonly label: string;
  readonly value: string;
}

/** What the investor promised when the panel judged the project; what was left out is left out. */
export function promised(content: LeadContent, words: Words): PromisedFigure[] {
  const format = formatsFor(words);
  const { totalInvestment, fixedAsset, annualOutput, annualTax } = listedFigures(content);
  const money = (key: string, hundredths: number | null): PromisedFigure[] =>
    hundredths === null ? [] : [{ label: words.t(`cage.promise.${key}`), value: format.wanText(hundredths) }];
  const other = (key: string, amount: string | number | null): PromisedFigure[] =>
    amount === null
      ? []
      : [
          {
            label: words.t(`cage.promise.${key}`),
            value: words.t(`cage.promise.${key}.value`, { n: format.number(amount) }),
          },
        ];
  return [
    ...money('total', totalInvestment),
    ...money('fixedAsset', fixedAsset),
    ...other('land', content.landMu),
    ...other('jobs', content.jobs),
    ...money('output', annualOutput),
    ...money('tax', annualTax),
  ];
}

/** The figures as one line of the first slot, which is frozen and therefore always in Chinese. */
export function promisedFigures(content: LeadContent): string {
  return promised(content, wordsFor('zh-CN'))
    .map(({ label, value }) => `${label}${value}`)
    .join('，');
}
