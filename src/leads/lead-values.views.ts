import type { Field } from '../domain/lead/field';
import { fieldOfControl } from '../domain/lead/fields';
import type { LeafValue } from '../domain/lead/diff';
import { hundredths, parseWan } from '../domain/shared/wan';
import { countryName } from '../reference/countries';
import { currencyName } from '../reference/currencies';
import { industryClass } from '../reference/industries';
import { regionName } from '../reference/regions';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { unitOf } from './lead-words';

/** A value as it is read: the main line, and a second one in small type that may be ''. */
export interface ShownValue {
  readonly value: string;
  readonly sub: string;
}

export type HostNames = ReadonlyMap<string, string>;

const one = (value: string, sub = ''): ShownValue => ({ value, sub });

/** A leaf of a record in words: money in both units, codes with their names. '' where nothing was said. */
export function leafText(control: string, value: LeafValue, hosts: HostNames, words: Words): ShownValue {
  if (value === null || value === '') return one('');
  const field = fieldOfControl(control);
  if (field === null) return one(String(value));
  if (Array.isArray(value))
    return one(
      formatsFor(words).list(value.map((entry) => codeText(field, String(entry), hosts, words).value)),
    );
  if (typeof value === 'boolean') return one(words.t(`lead.option.yesNo.${value ? 'yes' : 'no'}`));
  if (field.kind === 'money') return moneyText(String(value), field, words);
  if (field.kind === 'number' || field.kind === 'count') return numberText(String(value), field, words);
  if (field.kind === 'day') return one(formatsFor(words).official(String(value)));
  return codeText(field, String(value), hosts, words);
}

/** An amount of a record: 亿元 or 万元 leads, the other below it. */
export function moneyText(wan: string, field: Field, words: Words): ShownValue {
  const amount = parseWan(wan);
  if (amount === null) return one(withUnit(formatsFor(words).number(wan), unitOf(field, words), words));
  const { text, smallText } = formatsFor(words).wan(hundredths(amount));
  return one(text, smallText);
}

function numberText(value: string, field: Field, words: Words): ShownValue {
  const shown = formatsFor(words).number(value);
  const unit = unitOf(field, words);
  return one(unit === '%' ? `${shown}%` : withUnit(shown, unit, words));
}

export function withUnit(n: string, unit: string, words: Words): string {
  return unit === '' ? n : words.t('format.amount', { n, unit });
}

function codeText(field: Field, code: string, hosts: HostNames, words: Words): ShownValue {
  if (field.dictionary !== undefined) {
    const key = `lead.option.${field.dictionary}.${code}`;
    return one(words.has(key) ? words.t(key) : code);
  }
  switch (field.from) {
    case 'industry':
      return one(industryClass(code)?.name ?? code, industryClass(code) ? code : '');
    case 'region':
      return one(regionName(code) ?? code, regionName(code) === null ? '' : code);
    case 'country':
      return one(countryName(code, words.locale));
    case 'currency':
      return one(currencyName(code, words.locale));
    case 'chain':
      return one(hosts.get(`chain ${code}`) ?? chainWord(code, words));
    case 'host':
      return one(hosts.get(code) ?? code);
    default:
      return one(code);
  }
}

/** A chain of the list a city starts with; one of its own that is not told here keeps its code. */
function chainWord(code: string, words: Words): string {
  const key = `lead.option.chain.${code}`;
  return words.has(key) ? words.t(key) : code;
}
