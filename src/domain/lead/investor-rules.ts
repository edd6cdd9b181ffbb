import { daysBetween } from '../shared/instant';
import { checkCreditCode, regionOfCreditCode } from './credit-code';
import { exactly, grouped } from './decimals';
import type { LeadContent } from './lead-content';
import type { Submission } from './submission';

const OFFSHORE = ['HK', 'MO', 'TW'];

/** Who would invest: rules 3.2 beyond the single entries. Returns whether the code is left to the secretariat. */
export function checkInvestor(run: Submission): { readonly legacyCandidate: boolean } {
  const legacyCandidate = checkCode(run);
  checkRegion(run);
  checkCountry(run);
  checkHonours(run);
  checkLastYear(run);
  checkCreditRecord(run);
  return { legacyCandidate };
}

/**
 * A wrong check symbol over a right organisation code is refused with the symbol that was expected, unless the scout
 * states that the certificate reads so; then the lead goes in, marked for the secretariat to decide.
 */
function checkCode(run: Submission): boolean {
  const { uscc, usccLegacy } = run.content;
  if (uscc === null) return false;
  const { fault, details, legacyCandidate, regionKnown } = checkCreditCode(uscc, run.facts);
  if (!regionKnown && (fault === null || legacyCandidate))
    run.warn('uscc', 'usccRegionUnknown', { region: uscc.slice(2, 8) });
  if (fault === null) return false;
  if (legacyCandidate && usccLegacy) run.warn('uscc', 'usccLegacyMarked', details);
  else run.error('uscc', fault, details);
  return legacyCandidate;
}

function checkRegion(run: Submission): void {
  const { registeredRegion, registeredRegionReason, uscc } = run.content;
  if (registeredRegion === null) return;
  if (!/^\d{6}$/.test(registeredRegion)) return run.error('registeredRegion', 'regionDigits');
  if (!run.facts.isKnownRegion(registeredRegion))
    run.warn('registeredRegion', 'regionUnknown', { region: registeredRegion });
  const inCode = uscc === null ? null : regionOfCreditCode(uscc);
  if (inCode !== null && inCode !== registeredRegion && registeredRegionReason === null)
    run.warn('registeredRegion', 'regionDiffers', { region: registeredRegion, inCode });
}

/** Where the investor is registered when it is from outside the mainland. */
function checkCountry(run: Submission): void {
  const { investorType, foreignCountry } = run.content;
  if (foreignCountry === null) return;
  if (!run.facts.isCountry(foreignCountry)) return run.error('foreignCountry', 'countryUnknown');
  const offshore = OFFSHORE.includes(foreignCountry);
  if (investorType === 'hkMoTwCompany' && !offshore) run.error('foreignCountry', 'countryNotHkMoTw');
  if (investorType === 'foreignCompany' && (offshore || foreignCountry === 'CN'))
    run.error('foreignCountry', 'countryNotForeign');
}

/** A claim without year and evidence is printed as unverified. */
function checkHonours(run: Submission): void {
  const { honours, honourYears, honourEvidence } = run.content;
  const bare = honours.filter((honour) => honourYears[honour] === null || honourEvidence[honour] === null);
  if (bare.length > 0) run.warn('honours', 'honourUnverified', { count: bare.length });
}

const isCompany = ({ investorType }: LeadContent): boolean =>
  investorType === 'domesticCompany' || investorType === 'foreignCompany' || investorType === 'hkMoTwCompany';

function checkLastYear(run: Submission): void {
  const { lastYearRevenueWan: revenue, lastYearTaxWan: tax, staff } = run.content;
  if (revenue !== null && tax !== null && exactly(tax).compare(exactly(revenue)) > 0)
    run.error('lastYearTaxWan', 'taxOverRevenue', { tax: grouped(tax), revenue: grouped(revenue) });
  if (!isCompany(run.content)) return;
  if (revenue === null) run.warn('lastYearRevenueWan', 'notProvided');
  if (tax === null) run.warn('lastYearTaxWan', 'notProvided');
  if (staff === null) run.warn('staff', 'notProvided');
}

function checkCreditRecord(run: Submission): void {
  const { date } = run.content.creditCheck;
  if (date === null) return;
  if (date > run.today) return run.error('creditCheck[date]', 'dateInFuture');
  const age = daysBetween(date, run.today);
  const days = run.rules.creditCheckDays;
  if (age > days) run.warn('creditCheck[date]', 'creditCheckOld', { age, days });
}
