/** Metals, test and accounting codes that Intl lists beside the money of countries. */
const NOT_MONEY: ReadonlySet<string> = new Set([
  'XDR',
  'XSU',
  'XUA',
  'XTS',
  'XXX',
  'XAU',
  'XAG',
  'XPT',
  'XPD',
]);

/** What investors mostly bring, for the top of the list. */
const FIRST = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'KRW', 'GBP', 'SGD', 'TWD'];

const CURRENCIES: ReadonlySet<string> = new Set([
  ...FIRST,
  ...Intl.supportedValuesOf('currency').filter((code) => !NOT_MONEY.has(code)),
]);

/** ISO 4217 code of a currency in use. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** Every code, the usual ones first, then ascending. */
export function currencies(): readonly string[] {
  return [...CURRENCIES];
}

/** The name in `zh-CN` or `en`; the code itself when it is not a currency. */
export function currencyName(code: string, locale: string): string {
  if (!isCurrency(code)) return code;
  return namesIn(locale).of(code) ?? code;
}

const names = new Map<string, Intl.DisplayNames>();

/** Made once for each language: making one costs more than the rest of a lead's page of facts. */
function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: 'currency' });
  names.set(locale, known);
  return known;
}
