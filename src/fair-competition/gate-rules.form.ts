import type { FairCompetitionRules, FlagRule } from '../domain/fair-competition/flag-rules';
import { plainText, typedText, type FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { parts, typeName, typesIn } from './clause-cells';

/** A rule as it is typed. */
export interface RuleCells {
  readonly code: string;
  readonly name: string;
  readonly types: string;
  readonly patterns: string;
  readonly basis: string;
}

export const mostRules = 20;
const mostPatterns = 60;

/** The rows that were sent; a row without a name is left out, which is how a rule is taken away. */
export function ruleRows(body: Readonly<Record<string, unknown>>): RuleCells[] {
  const sent = body['rules'];
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.values(sent as Record<string, unknown>)
    .slice(0, mostRules)
    .flatMap((row) => {
      if (typeof row !== 'object' || row === null) return [];
      const text = (name: string): string =>
        plainText(typedText(row as Record<string, unknown>, name)).trim();
      const cells = {
        code: text('code'),
        name: text('name'),
        types: text('types'),
        patterns: text('patterns'),
        basis: text('basis'),
      };
      return cells.name === '' ? [] : [cells];
    });
}

export function ruleCells({ code, name, types, patterns, basis }: FlagRule, words: Words): RuleCells {
  const named = types.map((type) => typeName(type, words)).join('、');
  return { code, name, types: named, patterns: patterns.join('\n'), basis };
}

/** Reads the form of the rules. `known` are the codes of units that there are. */
export function readRulesForm(
  body: Readonly<Record<string, unknown>>,
  known: readonly string[],
  words: Words,
): { readonly value: FairCompetitionRules } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const rules: FlagRule[] = [];
  for (const [at, cells] of ruleRows(body).entries()) {
    const wrong = (part: keyof RuleCells): void => {
      errors.push({ field: `rules[${at}][${part}]`, message: words.t(`gate.rules.error.${part}`) });
    };
    const types = typesIn(cells.types, words);
    const patterns = parts(cells.patterns);
    const isTaken = rules.some(({ code }) => code === cells.code);
    if (!/^[a-z][a-z0-9-]{1,39}$/.test(cells.code) || isTaken) wrong('code');
    if (cells.name.length > 40) wrong('name');
    if (types === null) wrong('types');
    if (patterns.length > mostPatterns || patterns.some((one) => one.length > 40)) wrong('patterns');
    if (cells.basis === '' || cells.basis.length > 300) wrong('basis');
    rules.push({ code: cells.code, name: cells.name, types: types ?? [], patterns, basis: cells.basis });
  }
  const units = listOf(body['reviewUnits']).filter((code) => known.includes(code));
  const secretariatReviews = typedText({ ...body }, 'secretariatReviews') === '1';
  if (units.length === 0 && !secretariatReviews)
    errors.push({ field: 'secretariatReviews', message: words.t('gate.rules.error.nobody') });
  if (errors.length > 0) return { errors };
  const ticked = (name: string): boolean => typedText({ ...body }, name) === '1';
  const [unlawfulMayBeVoted, unprovedNeedsOpinion] = [
    ticked('unlawfulMayBeVoted'),
    ticked('unprovedNeedsOpinion'),
  ];
  return {
    value: { rules, reviewUnits: units, secretariatReviews, unlawfulMayBeVoted, unprovedNeedsOpinion },
  };
}

export function listOf(given: unknown): string[] {
  const all: unknown[] = Array.isArray(given) ? given : [given];
  return all.filter((one) => typeof one === 'string' && one !== '') as string[];
}
