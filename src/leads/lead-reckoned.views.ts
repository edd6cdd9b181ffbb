import { grouped } from '../domain/lead/decimals';
import type { Section } from '../domain/lead/field';
import type { LeadContent } from '../domain/lead/lead-content';
import { DEFAULT_LEAD_RULES } from '../domain/lead/lead-rules';
import { judge, reckon, reckoningRules } from '../domain/lead/plausibility';
import type { Words } from '../words/words';

/** A figure made of others. The script works the same out of what is typed: hence what it is made of, as texts. */
export interface ReckonedLine {
  readonly label: string;
  readonly value: string;
  /** What is odd about it. */
  readonly odd: string;
  readonly of: string;
  readonly per: string;
  readonly times: string;
  readonly places: string;
  readonly low: string;
  readonly high: string;
  /** Another field whose value it should not pass. */
  readonly than: string;
  readonly wValue: string;
  readonly wLow: string;
  readonly wHigh: string;
}

export function reckonedLines(section: Section, content: LeadContent, words: Words): ReckonedLine[] {
  return reckoningRules(DEFAULT_LEAD_RULES)
    .filter((rule) => rule.section === section)
    .map((rule) => {
      const key = `leads.reckon.${rule.code}`;
      const said = (word: string): string => (words.has(`${key}.${word}`) ? words.t(`${key}.${word}`) : '');
      const value = reckon(rule, content);
      const verdict = judge(rule, content);
      // Lines for plants say nothing of a park: the low one is put to manufacturing alone.
      const low = content.track === 'manufacturing' ? rule.low : null;
      return {
        label: words.t(key),
        value: value === null ? '' : words.t(`${key}.value`, { n: grouped(value.toDecimal(rule.places)) }),
        odd: verdict === null || (verdict === 'low' && low === null) ? '' : said(verdict),
        of: rule.of,
        per: rule.per ?? '',
        times: rule.times,
        places: String(rule.places),
        low: low ?? '',
        high: rule.high ?? '',
        than: rule.highField ?? '',
        wValue: words.t(`${key}.value`, { n: '#' }),
        wLow: said('low'),
        wHigh: said('high'),
      };
    });
}
