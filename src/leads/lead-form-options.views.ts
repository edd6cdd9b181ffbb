import type { Field } from '../domain/lead/field';
import { countries, countryName } from '../reference/countries';
import { currencies, currencyName } from '../reference/currencies';
import type { Words } from '../words/words';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen for a field; nothing for one that is typed. */
export function optionsOf(
  field: Field,
  context: {
    readonly hosts: readonly Choice[];
    readonly chains: readonly Choice[];
    readonly words: Words;
  },
): Choice[] {
  const { words } = context;
  const named = (prefix: string, values: readonly string[]): Choice[] =>
    values.map((value) => ({ value, label: words.t(`${prefix}.${value}`) }));
  if (field.dictionary !== undefined && field.options !== undefined)
    return named(`lead.option.${field.dictionary}`, field.options);
  switch (field.from) {
    case 'chain':
      return [...context.chains];
    case 'host':
      return [...context.hosts];
    case 'country':
      return countryChoices(words.locale);
    case 'currency':
      return currencyChoices(words.locale);
    default:
      return [];
  }
}

const made = new Map<string, Choice[]>();

/** Lists that are the same for every form are made once for each language. */
function once(key: string, make: () => Choice[]): Choice[] {
  const known = made.get(key);
  if (known) return known;
  const choices = make();
  made.set(key, choices);
  return choices;
}

/** Hong Kong, Macao and Taiwan first, the others by name. */
function countryChoices(locale: string): Choice[] {
  return once(`country ${locale}`, () => {
    const near = ['HK', 'MO', 'TW'];
    const rest = countries().filter((code) => !near.includes(code) && code !== 'CN');
    const choice = (value: string): Choice => ({ value, label: countryName(value, locale) });
    const collator = new Intl.Collator(locale);
    return [...near.map(choice), ...rest.map(choice).sort((a, b) => collator.compare(a.label, b.label))];
  });
}

function currencyChoices(locale: string): Choice[] {
  return once(`currency ${locale}`, () =>
    currencies().map((value) => ({ value, label: `${value} ${currencyName(value, locale)}` })),
  );
}
