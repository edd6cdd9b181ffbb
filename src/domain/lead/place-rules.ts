import { daysBetween } from '../shared/instant';
import { Fraction } from '../shared/fraction';
import { exactly, grouped } from './decimals';
import type { Submission } from './submission';

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?\d{7,8}(?:(?:-|转|x|ext\.?)\d{1,6})?$/i;
const ABROAD = /^\+(?!86)[1-9][\d-]{6,17}$/;
const EMAIL = /^[^\s@<>()[\],;:\\"]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}$/i;

/** Where to, from whom, through whom: rules 3.4. */
export function checkPlace(run: Submission): void {
  checkHosts(run);
  checkCoScouts(run);
  checkContact(run);
  checkReferrer(run);
  checkFirstContact(run);
  const { sourceChannel, sourceChannelSecond } = run.content;
  if (sourceChannelSecond !== null && sourceChannelSecond === sourceChannel)
    run.error('sourceChannelSecond', 'sameChannel');
  if (run.facts.papers?.businessPlan === false) run.warn('attachments', 'businessPlanMissing');
}

function checkHosts(run: Submission): void {
  const { intendedHosts: chosen, adjustable } = run.content;
  const stranger = chosen.find((code) => run.facts.hosts.every((host) => host.code !== code));
  if (stranger !== undefined) run.error('intendedHosts', 'hostUnknown', { code: stranger });
  if (new Set(chosen).size < chosen.length) run.error('intendedHosts', 'hostTwice');
  if (adjustable === null && !('adjustable' in run.content.asTyped))
    run.warn('adjustable', 'adjustableAssumedNo');
  if (needsChemicalPark(run) && chosen.length > 0) {
    if (isOutsideChemicalParks(run)) run.warn('intendedHosts', 'chemicalOutsidePark');
    else if (chosen.some((code) => !isChemicalPark(run, code))) run.warn('intendedHosts', 'hostNotChemical');
  }
}

const needsChemicalPark = ({ content }: Submission): boolean =>
  content.hazardousProcess || content.needsChemicalPark;
const isChemicalPark = ({ facts }: Submission, code: string): boolean =>
  facts.hosts.some((host) => host.code === code && host.chemicalPark);

/** A hazardous process, and none of the chosen hosts is a chemical park: a ground for veto, and a case for transfer. */
export function isOutsideChemicalParks(run: Submission): boolean {
  return needsChemicalPark(run) && !run.content.intendedHosts.some((code) => isChemicalPark(run, code));
}

/** Shares of co-scouts; the scout holds what is left, and something must be. */
function checkCoScouts(run: Submission): void {
  const { coScouts, asTyped } = run.content;
  for (const [i, { account, share }] of coScouts.entries()) {
    const at = `coScouts[${i}]`;
    if (account === null) run.error(`${at}[account]`, 'required');
    else if (account === run.facts.scoutAccount) run.error(`${at}[account]`, 'coScoutIsScout');
    else if (coScouts.findIndex((other) => other.account === account) < i)
      run.error(`${at}[account]`, 'coScoutTwice');
    else if (run.facts.isAccount?.(account) === false)
      run.error(`${at}[account]`, 'accountUnknown', { account });
    if (share === null && !(`${at}[share]` in asTyped)) run.error(`${at}[share]`, 'required');
    if (share !== null && exactly(share).compare(0) === 0) run.error(`${at}[share]`, 'shareZero');
  }
  const sum = Fraction.sum(coScouts.map(({ share }) => exactly(share ?? '0')));
  if (sum.gte(100)) run.error('coScouts', 'coScoutShares', { sum: grouped(sum.toDecimal(2)) });
}

/** Mobile, landline with its area code, or a number abroad with + and country code. */
export function isTelephone(text: string): boolean {
  return text.length <= 40 && (MOBILE.test(text) || LANDLINE.test(text) || ABROAD.test(text));
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && EMAIL.test(text);
}

function checkContact(run: Submission): void {
  const { mobile, email, noticeGiven } = run.content.contact;
  if (mobile !== null && !isTelephone(mobile)) run.error('contact[mobile]', 'mobileFormat');
  if (email !== null && !isEmail(email)) run.error('contact[email]', 'emailFormat');
  if (!noticeGiven) run.error('contact[noticeGiven]', 'noticeMissing');
}

const UNREWARDED = ['civilServant', 'stateUnitStaff', 'investorParty'];

function checkReferrer(run: Submission): void {
  const { name, kind, contact, conflict } = run.content.referrer;
  if (name === null && (kind !== null || contact !== null || conflict))
    run.error('referrer[name]', 'required');
  if (name !== null && kind === null && !('referrer[kind]' in run.content.asTyped))
    run.error('referrer[kind]', 'requiredChoice');
  if (kind !== null && UNREWARDED.includes(kind)) run.warn('referrer[kind]', 'referrerUnrewarded');
  else if (conflict) run.warn('referrer[conflict]', 'referrerConflict');
}

/** A claim further back than a week wants evidence; without it the first report counts from submission. */
function checkFirstContact(run: Submission): void {
  const { firstContactAt } = run.content;
  if (firstContactAt === null) return;
  if (firstContactAt > run.today) return run.error('firstContactAt', 'dateInFuture');
  const days = run.rules.firstContactEvidenceDays;
  const ago = daysBetween(firstContactAt, run.today);
  if (ago > days && run.facts.papers?.firstContactEvidence === false)
    run.warn('firstContactAt', 'firstContactEvidence', { ago, days });
}
