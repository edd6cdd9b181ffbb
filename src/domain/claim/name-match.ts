import { gramsOf } from '../lead/name-grams';
import { Fraction } from '../shared/fraction';
import { isEverydayBrand, type CompanyName } from './company-name';
import { TAILS, TRADES } from './name-words';

/** How two names were found to be one firm's: the same after reduction, alike, one the short form, or a former name. */
export type NameGround = 'sameName' | 'similarName' | 'shortName' | 'formerName';

export interface NameMatch {
  readonly ground: NameGround;
  /** Dice's measure over pairs of symbols of the two keys that match best. */
  readonly similarity: Fraction;
}

/** lead-form 3.6: names as alike as this are marked for a ruling. */
const SIMILAR = Fraction.of(85, 100);

/** Dice's measure over the pairs of two keys: 1 equal, 0 nothing shared (also when one is empty). */
export function nameSimilarity(a: string, b: string): Fraction {
  const [left, right] = [gramsOf(a), gramsOf(b)];
  if (left.length === 0 || right.length === 0) return Fraction.zero;
  const unmatched = new Map<string, number>();
  for (const gram of left) unmatched.set(gram, (unmatched.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of right) {
    const remaining = unmatched.get(gram) ?? 0;
    if (remaining > 0) shared += 1;
    unmatched.set(gram, remaining - 1);
  }
  return Fraction.of(2 * shared, left.length + right.length);
}

/** The strongest match between any name of one firm and any of another; null when none points to one firm. */
export function matchNames(mine: readonly CompanyName[], theirs: readonly CompanyName[]): NameMatch | null {
  let best: NameMatch | null = null;
  for (const one of mine)
    for (const other of theirs) {
      const found = matchPair(one, other);
      if (found !== null && (best === null || rank(found) < rank(best))) best = found;
    }
  return best;
}

const order: readonly NameGround[] = ['sameName', 'similarName', 'shortName', 'formerName'];
const rank = ({ ground }: NameMatch): number => order.indexOf(ground);

function matchPair(one: CompanyName, other: CompanyName): NameMatch | null {
  const ground = groundOf(one, other);
  if (ground === null) return null;
  const former = one.kind === 'former' || other.kind === 'former';
  return { ground: former ? 'formerName' : ground, similarity: nameSimilarity(one.key, other.key) };
}

function groundOf(one: CompanyName, other: CompanyName): NameGround | null {
  // 苏州华盛 and 成都华盛 are two firms; 宁波澜岫 and 苏州澜岫 are more likely one.
  const everyday = isEverydayBrand(one.brand) || isEverydayBrand(other.brand);
  if (everyday && one.region !== null && other.region !== null && one.region !== other.region) return null;
  if (one.key === other.key) return 'sameName';
  if (differsInNumberAlone(one.key, other.key)) return null;
  if (nameSimilarity(one.key, other.key).gte(SIMILAR)) return 'similarName';
  if (one.brand !== other.brand) return null;
  const [mine, theirs] = [bodyOf(one.key), bodyOf(other.key)];
  if (mine === theirs && [...mine].length >= (everyday ? 4 : 3)) return 'similarName';
  const [short, long] = [...one.key].length <= [...other.key].length ? [one, other] : [other, one];
  return isShortFor(short, long, everyday) ? 'shortName' : null;
}

/** 建设第一 and 建设第二: a number is all that tells them apart, and it does. */
function differsInNumberAlone(a: string, b: string): boolean {
  const bare = (key: string): string => key.replace(/[一二三四五六七八九十\d]/g, '#');
  return a.length === b.length && a !== b && bare(a) === bare(b);
}

const bodyOf = (key: string): string => key.replace(TAILS, '') || key;

/**
 * 澜岫热控 for 澜岫热控系统, 三一重工 for 三一重型工业: the symbols of the short one in their order, from the first
 * on. A brand alone stands for its firm only where it is not itself a registered name and few firms can have it; and
 * of two registered names the longer must not go on with another trade, as 瑞禾食品机械 does after 瑞禾食品.
 */
function isShortFor(short: CompanyName, long: CompanyName, everyday: boolean): boolean {
  const symbols = [...short.key];
  const least = everyday ? 4 : short.registered ? 3 : 2;
  if (symbols.length < least || symbols.length === [...long.key].length) return false;
  if (/^[\x20-\x7e]+$/.test(short.key)) return long.key.startsWith(short.key) && short.key.length >= 5;
  const rest = long.key.startsWith(short.key) ? long.key.slice(short.key.length) : '';
  const otherTrade = TRADES.some((trade) => rest.startsWith(trade)) && rest.replace(TAILS, '') !== '';
  if (short.registered && long.registered && otherTrade) return false;
  let at = 0;
  for (const symbol of long.key) if (symbol === symbols[at]) at += 1;
  return at === symbols.length;
}
