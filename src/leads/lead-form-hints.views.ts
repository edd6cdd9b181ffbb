import { checkCreditCode } from '../domain/lead/credit-code';
import { exactly, grouped, ratio } from '../domain/lead/decimals';
import type { LeadContent } from '../domain/lead/content';
import { FUND_SOURCES } from '../domain/lead/dictionaries';
import { Fraction } from '../domain/shared/fraction';
import { industryClass, searchIndustryClasses } from '../reference/industries';
import { isKnownRegion, isProvincePrefix, regionName, searchRegions } from '../reference/regions';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** So many that one can read them. */
const SOME = 4;

/** Hints that answer to what is in the box: a code's name, a sum, a share. By control name. */
export function knowingHints(content: LeadContent, words: Words): Map<string, string> {
  const hints = new Map<string, string>();
  const say = (control: string, key: string, args: Record<string, string> | null): void => {
    if (args !== null) hints.set(control, words.t(`leads.hint.${key}`, args));
  };
  const { uscc, industryCode, registeredRegion, fixedAssetWan, landMu, annualTaxWan, annualOutputWan } =
    content;
  if (uscc !== null && checkCreditCode(uscc, { isKnownRegion, isProvincePrefix }).fault === null)
    say('uscc', 'usccRight', {});
  const industry = industryCode === null ? null : industryClass(industryCode);
  say('industryCode', 'industry', industry && { code: industry.code, name: industry.name });
  const region = registeredRegion ?? uscc?.slice(2, 8) ?? null;
  const name = region === null ? null : regionName(region);
  say(
    'registeredRegion',
    registeredRegion === null ? 'regionFromCode' : 'region',
    name === null ? null : { name },
  );
  say('landMu', 'intensity', textOf('n', ratio(fixedAssetWan, landMu, 2)));
  say('annualTaxWan', 'taxShare', textOf('n', percentOf(annualTaxWan, annualOutputWan)));
  const shares = FUND_SOURCES.map((source) => content.fundSource[source]).filter((share) => share !== null);
  const sum =
    shares.length === 0
      ? null
      : Fraction.sum(shares.map(exactly))
          .toDecimal(2)
          .replace(/\.?0+$/, '');
  say('fundSource', 'shares', textOf('sum', sum));
  return hints;
}

/** Of codes that nobody knows: the codes that may have been meant by what stands in the box. By control name. */
export function candidates(
  { industryCode, registeredRegion }: LeadContent,
  words: Words,
): Map<string, string> {
  const found = new Map<string, string>();
  const perhaps = (control: string, entries: readonly { code: string; name: string }[]): void => {
    if (entries.length === 0) return;
    const list = formatsFor(words).list(entries.map(({ code, name }) => `${code} ${name}`));
    found.set(control, words.t('lookups.perhaps', { found: list }));
  };
  if (industryCode !== null && industryClass(industryCode) === null)
    perhaps('industryCode', searchIndustryClasses(industryCode, SOME));
  if (registeredRegion !== null && regionName(registeredRegion) === null)
    perhaps(
      'registeredRegion',
      searchRegions(registeredRegion, SOME).map(({ code, fullName }) => ({ code, name: fullName })),
    );
  return found;
}

const textOf = (name: string, value: string | null): Record<string, string> | null =>
  value === null ? null : { [name]: grouped(value) };

function percentOf(part: string | null, whole: string | null): string | null {
  return part === null ? null : ratio(exactly(part).times(100).toDecimal(2), whole, 1);
}
