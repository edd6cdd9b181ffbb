import { companyNames, type CompanyName } from '../claim/company-name';
import { matchNames, nameSimilarity, type NameGround } from '../claim/name-match';
import { exactly } from './decimals';
import type { LeadContent } from './lead-content';

/** What two leads are compared by (lead-form rule 3.6). The contact's number only as a digest. */
export interface DuplicateSignature {
  readonly uscc: string | null;
  readonly investor: string;
  readonly parent: string | null;
  /** The investor's names, present and former, as names are matched. */
  readonly names: readonly CompanyName[];
  /** Those of its parent. */
  readonly parents: readonly CompanyName[];
  readonly title: string;
  readonly mobileHash: string | null;
  readonly totalInvestmentWan: string | null;
  readonly industryCode: string | null;
}

export interface SignatureFacts {
  /** Names of provinces and cities, longest first. */
  readonly regionWords: readonly string[];
  /** Counties and county-level cities, longest first; left out: none. */
  readonly countyWords?: readonly string[];
  /** Chinese in simplified characters; left out: as it stands. */
  simplified?(text: string): string;
  hashOfMobile(mobile: string): string;
}

/**
 * `a` the same credit code: blocked, only unit and date of the first report are shown. `b` allowed, marked for a
 * ruling. `c` allowed, noted.
 */
export type DuplicateGrade = 'a' | 'b' | 'c';
export type DuplicateGround = 'sameUscc' | 'sameParent' | NameGround | 'sameMobile' | 'sameProject';

export interface DuplicateFinding {
  readonly grade: DuplicateGrade;
  readonly grounds: readonly DuplicateGround[];
  /** Similarity of the two investor names, two decimals. */
  readonly similarity: string;
}

/** Longer than any name; the rest could not make two names less alike. */
const LONGEST = 200;
const BRACKETED = /[(【[{][^()【】[\]{}]{0,100}[)】\]}]/g;
const LEGAL_FORMS =
  /有限责任公司|股份有限公司|有限公司|股份|集团|科技|公司|(?<![a-z])(?:pte|co|ltd|limited|inc|corp|corporation|llc|plc|gmbh|group|company)(?![a-z])/g;

/**
 * The name without what does not tell companies apart: NFKC, lower case, text in brackets, a leading province or
 * city, legal forms, spaces and marks. When nothing would be left the last form with something in it stands.
 */
export function normalisedName(name: string, regionWords: readonly string[]): string {
  const plain = name.slice(0, LONGEST).normalize('NFKC').toLowerCase();
  const unbracketed = plain.replace(BRACKETED, '');
  const whole = firstSaying(lettersOf(unbracketed), lettersOf(plain));
  const core = firstSaying(lettersOf(unbracketed.replace(LEGAL_FORMS, '')), whole);
  return firstSaying(withoutRegion(core, regionWords), core);
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const firstSaying = (wanted: string, otherwise: string): string => (wanted === '' ? otherwise : wanted);

function withoutRegion(name: string, regionWords: readonly string[]): string {
  let rest = name;
  for (let word; (word = regionWords.find((region) => rest.startsWith(region))) !== undefined;)
    rest = rest.slice(word.length);
  return rest;
}

export function duplicateSignature(content: LeadContent, facts: SignatureFacts): DuplicateSignature {
  const nameOf = (name: string): string => normalisedName(name, facts.regionWords);
  const { mobile } = content.contact;
  return {
    uscc: content.uscc,
    investor: nameOf(content.investorName ?? ''),
    parent: content.groupParent === null ? null : nameOf(content.groupParent),
    names: companyNames(content.investorName ?? '', facts),
    parents: companyNames(content.groupParent ?? '', facts),
    title: lettersOf((content.title ?? '').normalize('NFKC').toLowerCase()),
    mobileHash: mobile === null ? null : facts.hashOfMobile(mobile),
    totalInvestmentWan: content.totalInvestmentWan,
    industryCode: content.industryCode,
  };
}

/** How much a new lead is like one already reported; null when nothing points to the same project. */
export function gradeDuplicate(
  reported: DuplicateSignature,
  existing: DuplicateSignature,
): DuplicateFinding | null {
  const name = matchNames(reported.names, existing.names);
  const similarity = name?.similarity ?? nameSimilarity(reported.investor, existing.investor);
  const grounds: DuplicateGround[] = [];
  if (reported.uscc !== null && reported.uscc === existing.uscc) grounds.push('sameUscc');
  if (hasSameParent(reported, existing)) grounds.push('sameParent');
  if (name !== null) grounds.push(name.ground);
  if (reported.mobileHash !== null && reported.mobileHash === existing.mobileHash) grounds.push('sameMobile');
  if (isSameProject(reported, existing)) grounds.push('sameProject');
  if (grounds.length === 0) return null;
  const grade = grounds.includes('sameUscc') ? 'a' : grounds[0] === 'sameProject' ? 'c' : 'b';
  return { grade, grounds, similarity: similarity.toDecimal(2) };
}

/** The same parent, or one investor is the other's parent. */
function hasSameParent(one: DuplicateSignature, other: DuplicateSignature): boolean {
  const pairs = [
    [one.parent, other.parent],
    [one.parent, other.investor],
    [one.investor, other.parent],
  ];
  if (pairs.some(([a, b]) => a !== null && a !== '' && a === b)) return true;
  return (
    shareKey(one.parents, other.parents) ||
    shareKey(one.parents, other.names) ||
    shareKey(one.names, other.parents)
  );
}

const shareKey = (some: readonly CompanyName[], others: readonly CompanyName[]): boolean =>
  some.some((one) => others.some((other) => other.key === one.key && other.region === one.region));

/** The same title and industry, and an amount within a fifth of the one first reported. */
function isSameProject(reported: DuplicateSignature, existing: DuplicateSignature): boolean {
  if (reported.title === '' || reported.title !== existing.title) return false;
  if (reported.industryCode === null || reported.industryCode !== existing.industryCode) return false;
  if (reported.totalInvestmentWan === null || existing.totalInvestmentWan === null) return false;
  const first = exactly(existing.totalInvestmentWan);
  const apart = exactly(reported.totalInvestmentWan).minus(first).times(5);
  return apart.compare(first) <= 0 && apart.gte(first.times(-1));
}
