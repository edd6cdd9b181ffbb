import { Fraction } from '../shared/fraction';
import { beijingDay } from '../shared/instant';
import { FUND_SOURCES } from './dictionaries';
import { convertedWan, exactly, grouped, ratio, yiOf } from './decimals';
import type { Submission } from './submission';

const valueOf = (decimal: string | null): Fraction | null => (decimal === null ? null : exactly(decimal));
const isOver = (a: string | null, b: string | null): boolean => {
  const [left, right] = [valueOf(a), valueOf(b)];
  return left !== null && right !== null && left.compare(right) > 0;
};

/** Money, people and dates: rules 3.3 beyond the single entries. */
export function checkFigures(run: Submission): void {
  checkIndustry(run);
  checkForeignMoney(run);
  checkTotal(run);
  checkOrder(run);
  checkFundSource(run);
  checkDates(run);
  checkIncentives(run);
}

function checkIndustry(run: Submission): void {
  const { industryCode, chain } = run.content;
  if (industryCode !== null && !run.facts.isIndustryClass(industryCode))
    run.error('industryCode', 'industryUnknown', { code: industryCode });
  if (chain !== null && !run.chains.includes(chain)) run.error('chain', 'notInList');
}

/** All four of currency, amount, rate and date when not CNY; the stored total is their exact conversion. */
function checkForeignMoney(run: Submission): void {
  const { currency, originalAmount, fxRate, fxDate, totalInvestmentWan } = run.content;
  if (!run.facts.isCurrency(currency)) return run.error('currency', 'currencyUnknown');
  if (currency === 'CNY') {
    if (originalAmount !== null || fxRate !== null || fxDate !== null) run.warn('currency', 'fxNotNeeded');
    return;
  }
  if (originalAmount !== null && exactly(originalAmount).compare(0) === 0)
    run.error('originalAmount', 'amountZero');
  if (fxRate !== null && exactly(fxRate).compare(0) === 0) run.error('fxRate', 'rateZero');
  if (fxDate !== null && fxDate > run.today) run.error('fxDate', 'dateInFuture');
  if (originalAmount === null || fxRate === null || totalInvestmentWan === null) return;
  const converted = convertedWan(originalAmount, fxRate);
  const apart = exactly(converted).minus(exactly(totalInvestmentWan));
  if (apart.gte(1) || apart.compare(-1) <= 0)
    run.error('totalInvestmentWan', 'conversionDiffers', {
      converted: grouped(converted),
      typed: grouped(totalInvestmentWan),
    });
}

/** Between nothing and the largest project there is; slips of unit are named with what was probably meant. */
function checkTotal(run: Submission): void {
  const { totalInvestmentWan: total, landMu } = run.content;
  const { totalMaxWan, totalLowWan, totalHighWan, totalPerMuFloorWan } = run.rules;
  if (total === null || total.startsWith('-')) return;
  const at = 'totalInvestmentWan';
  const typed = grouped(total);
  if (exactly(total).compare(0) === 0) return run.error(at, 'amountZero');
  if (isOver(total, totalMaxWan)) {
    const meant = exactly(total).over(10_000).toDecimal(2);
    if (isOver(meant, totalMaxWan)) return run.error(at, 'amountTooLarge', { max: grouped(totalMaxWan) });
    return run.error(at, 'amountLooksLikeYuan', { typed, meant: grouped(meant), yi: yiOf(meant) });
  }
  const perMu = ratio(total, landMu, 4);
  if (
    perMu !== null &&
    exactly(total)
      .over(exactly(landMu ?? '1'))
      .lt(exactly(totalPerMuFloorWan))
  ) {
    const meant = exactly(total).times(10_000).toDecimal(2);
    const details = {
      typed,
      landMu: grouped(landMu ?? ''),
      perMu: grouped(perMu),
      meant: grouped(meant),
      yi: typed,
    };
    return run.error(at, isOver(meant, totalMaxWan) ? 'amountTooSmallForLand' : 'amountLooksLikeYi', details);
  }
  if (isOver(totalLowWan, total)) run.warn(at, 'amountSmall', { typed, low: grouped(totalLowWan) });
  if (isOver(total, totalHighWan)) run.warn(at, 'amountLarge', { typed, yi: yiOf(total) });
}

/** A part is never larger than its whole. */
function checkOrder(run: Submission): void {
  const { content, rules } = run;
  const order = [
    ['fixedAssetWan', 'totalInvestmentWan', 'fixedOverTotal'],
    ['equipmentWan', 'fixedAssetWan', 'equipmentOverFixed'],
    ['annualTaxWan', 'annualOutputWan', 'taxOverOutput'],
  ] as const;
  for (const [part, whole, because] of order)
    if (isOver(content[part], content[whole]) && !content[whole]?.startsWith('-'))
      run.error(part, because, { part: grouped(content[part] ?? ''), whole: grouped(content[whole] ?? '') });
  const { annualTaxWan: tax, annualOutputWan: output, jobs, skilledJobs } = content;
  if (tax !== null && output !== null && !isOver(tax, output)) {
    const limit = exactly(output).times(exactly(rules.taxOfOutputHighPercent)).over(100);
    if (exactly(tax).compare(limit) > 0) {
      const percent = exactly(tax).times(100).over(exactly(output)).toDecimal(1);
      run.warn('annualTaxWan', 'taxShareHigh', { percent: grouped(percent) });
    }
  }
  if (jobs !== null && skilledJobs !== null && skilledJobs > jobs)
    run.error('skilledJobs', 'skilledOverJobs', { part: skilledJobs, whole: jobs });
}

function checkFundSource(run: Submission): void {
  const shares = FUND_SOURCES.map((source) => run.content.fundSource[source]).filter(
    (share) => share !== null,
  );
  if (shares.length === 0) return;
  const sum = Fraction.sum(shares.map(exactly));
  if (!sum.equals(100)) run.error('fundSource', 'sharesSum', { sum: grouped(sum.toDecimal(2)) });
}

function checkDates(run: Submission): void {
  const { plannedStart, plannedProduction, fullYear } = run.content;
  const month = beijingDay(run.facts.now).slice(0, 7);
  if (plannedStart !== null && plannedStart < month) run.error('plannedStart', 'startInPast', { month });
  if (plannedStart !== null && plannedProduction !== null && plannedProduction <= plannedStart)
    run.error('plannedProduction', 'productionBeforeStart', { start: plannedStart });
  if (fullYear === null) run.warn('fullYear', 'notProvided');
  else if (plannedProduction !== null && fullYear < Number(plannedProduction.slice(0, 4)))
    run.error('fullYear', 'fullYearBeforeProduction', { year: plannedProduction.slice(0, 4) });
}

/** Asks that need the fair-competition check before any promise. */
const CHECKED_ASKS = ['taxReturn', 'cashReward'];

/** Positions of the requests that need the fair-competition check. */
export function askedFavours({ content }: Pick<Submission, 'content'>): readonly number[] {
  return content.incentiveRequests.flatMap(({ type }, i) => (CHECKED_ASKS.includes(type ?? '') ? [i] : []));
}

function checkIncentives(run: Submission): void {
  for (const [i, { type, text }] of run.content.incentiveRequests.entries()) {
    const at = `incentiveRequests[${i}]`;
    if (type === null && !(`${at}[type]` in run.content.asTyped)) run.error(`${at}[type]`, 'requiredChoice');
    if (text === null) run.error(`${at}[text]`, 'required');
  }
  for (const i of askedFavours(run)) run.warn(`incentiveRequests[${i}][type]`, 'fairCompetition');
}
