import { exactly, grouped, ratio } from './decimals';
import type { Submission } from './submission';

/** 1 亩 in square metres, to two decimals, for spotting areas typed in the other unit. */
const SQM_PER_MU = '666.67';

/** Land, energy, environment: rules 3.3 on elements beyond the single entries. */
export function checkElements(run: Submission): void {
  checkSite(run);
  checkEnergy(run);
  checkTrackFigures(run);
}

/** One of land and lease, or the reason why neither. */
function checkSite(run: Submission): void {
  const { landMu, landUse, leaseAreaSqm, siteAbsentReason, fixedAssetWan, annualTaxWan, track } = run.content;
  const { landHighMu, fixedPerMuHighWan, fixedPerMuLowWan, taxPerMuHighWan } = run.rules;
  const land = exactly(landMu ?? '0');
  const isAny = land.compare(0) > 0;
  if (!isAny && exactly(leaseAreaSqm ?? '0').compare(0) <= 0 && siteAbsentReason === null)
    if (landMu !== null || leaseAreaSqm !== null) run.error('landMu', 'siteMissing');
  if (isAny && landUse === 'none') run.error('landUse', 'landUseNone');
  if (landUse === 'residential') run.warn('landUse', 'residential');
  if (land.compare(exactly(landHighMu)) > 0) {
    const meant = grouped(land.over(exactly(SQM_PER_MU)).toDecimal(1));
    run.warn('landMu', 'landLooksLikeSqm', { typed: grouped(landMu ?? ''), meant });
  }
  const perMu = ratio(fixedAssetWan, landMu, 2);
  // Compared exactly: rounded to two decimals the line itself would be passed by a hair.
  if (
    perMu !== null &&
    exactly(fixedAssetWan ?? '0')
      .over(land)
      .compare(exactly(fixedPerMuHighWan)) > 0
  )
    run.warn('landMu', 'landLooksSmall', {
      perMu: grouped(perMu),
      meant: grouped(land.times(10).toDecimal(2)),
    });
  // Only plants: a park of lawns and a pond may be thin on purpose.
  if (track === 'manufacturing' && isAny && fixedAssetWan !== null)
    if (exactly(fixedAssetWan).over(land).lt(exactly(fixedPerMuLowWan)))
      run.warn('landMu', 'landLooksLarge', { perMu: grouped(perMu ?? '0') });
  const taxPerMu = ratio(annualTaxWan, landMu, 2);
  if (
    isAny &&
    annualTaxWan !== null &&
    exactly(annualTaxWan).over(land).compare(exactly(taxPerMuHighWan)) > 0
  )
    run.warn('annualTaxWan', 'taxPerMuHigh', { perMu: grouped(taxPerMu ?? '0') });
}

/** Electricity alone, at equivalent value, cannot exceed the whole. */
function checkEnergy(run: Submission): void {
  const { energyTce, electricityWanKwh } = run.content;
  if (energyTce === null || electricityWanKwh === null) return;
  const inTce = exactly(electricityWanKwh).times(exactly(run.rules.tcePerWanKwh));
  if (inTce.compare(exactly(energyTce)) > 0)
    run.warn('energyTce', 'energyUnderElectricity', {
      electricity: grouped(electricityWanKwh),
      tce: grouped(inTce.toDecimal(0)),
    });
}

function checkTrackFigures(run: Submission): void {
  const { track, industryCode, chain, pollutants, pue, visitorsWanPerYear, rdStaff } = run.content;
  if (track === 'manufacturing' && pollutants === null) run.warn('pollutants', 'notProvided');
  if (track === 'tech' && rdStaff === null) run.warn('rdStaff', 'notProvided');
  if (industryCode?.startsWith('I645') && pue === null) run.warn('pue', 'notProvided');
  if (pue !== null && (exactly(pue).lt(1) || exactly(pue).compare(3) > 0)) run.error('pue', 'pueRange');
  if (track === 'service' && chain === 'culture-tourism' && visitorsWanPerYear === null)
    run.warn('visitorsWanPerYear', 'notProvided');
}
