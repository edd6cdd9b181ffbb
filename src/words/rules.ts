import type { Sentence } from '../domain/shared/sentence';
import { formatsFor } from './formats';
import type { Words } from './words';

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
