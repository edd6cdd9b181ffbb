import { BRANCH, LEGAL_FORMS, OMENS, TRADES } from './name-words';

/** What is known of the country that names are written in. */
export interface NameFacts {
  /** Names of provinces and cities, long and short, longest first. */
  readonly regionWords: readonly string[];
  /** Names of counties with their word (昆山市), and short ones of county-level cities (昆山), longest first. */
  readonly countyWords?: readonly string[];
  /** Chinese in simplified characters; left out: as it stands. */
  simplified?(text: string): string;
}

/** One name that an investor goes or went by, reduced to what tells companies apart. */
export interface CompanyName {
  /** `former` is a name that the investor states to have had. */
  readonly kind: 'current' | 'former';
  /** Without place, legal form, brackets and branch: `澜岫热控系统`. Never empty. */
  readonly key: string;
  /** What it is looked up by: its first two symbols, of a Latin name the first word. */
  readonly brand: string;
  /** The place it begins with (苏州), or null. */
  readonly region: string | null;
  /** It carries a registered form (有限公司), as a short form of a name does not. */
  readonly registered: boolean;
}

/** Longer than any name with its former names; the rest could not make two names less alike. */
const LONGEST = 200;
const BRACKETED = /[(【[{〔《<][^()【】[\]{}〔〕《》<>]{0,100}[)】\]}〕》>]/g;
const FORMER =
  /(?:[(【[{〔,;、\s]*(?:曾用名(?:称)?|原名(?:称)?|原企业名称|更名前(?:为)?|变更前(?:为)?|旧称|前身(?:为|是)?|formerly(?:known as)?|f\/?k\/?a)|[(【[{〔,;]\s*原(?=[\p{Script=Han}]{2,40}(?:公司|集团|厂|所|院|中心|企业)))[:\s]*([^()【】[\]{}〔〕,;]{2,80})/giu;
const REGISTERED = /有限(?:责任)?公司|股份公司|合伙|(?<![a-z])(?:ltd|limited|inc|llc|plc|gmbh)(?![a-z])/;
const MOST_NAMES = 4;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const firstSaying = (...texts: readonly string[]): string => texts.find((text) => text !== '') ?? '';

/**
 * The names in what a form says of its investor: the present one, and each that stands beside it as its former one
 * (曾用名, 原, formerly). A name that begins with 中国 or with a county is also kept in its other reading, so that
 * 中建材 and 昆山澜岫 are found. At most four; none when there is no letter in it.
 */
export function companyNames(text: string, facts: NameFacts): readonly CompanyName[] {
  const plain = text.slice(0, LONGEST).normalize('NFKC').toLowerCase();
  const simple = facts.simplified?.(plain) ?? plain;
  const former = [...simple.matchAll(FORMER)].map(([, name = '']) => name);
  const present = simple.replace(FORMER, '');
  const found = [
    ...readings(present, facts).map((name) => ({ ...name, kind: 'current' as const })),
    ...former.flatMap((name) => readings(name, facts).map((one) => ({ ...one, kind: 'former' as const }))),
  ];
  return found.filter(({ key }, i) => found.findIndex((one) => one.key === key) === i).slice(0, MOST_NAMES);
}

type Reading = Omit<CompanyName, 'kind'>;

function readings(name: string, facts: NameFacts): Reading[] {
  const outside = lettersWithSpaces(name.replace(BRACKETED, ' '));
  const whole = firstSaying(withoutBranch(outside, facts), lettersWithSpaces(name));
  const core = firstSaying(lettersOf(whole.replace(LEGAL_FORMS, ' ')), lettersOf(whole));
  if (core === '') return [];
  const { region, rest } = withoutPlace(core, facts.regionWords);
  // A trade is no brand: of 上海汽车集团 the place is what tells it apart.
  const placeIsBrand = rest === '' || TRADES.some((trade) => rest.startsWith(trade));
  const first = placeIsBrand ? { key: core, region: null } : { key: rest, region };
  const others = [
    ...(core.startsWith('中国') ? [{ key: `中${core.slice(2)}`, region: null }] : []),
    ...withoutCounty(first.key, facts),
  ];
  const wordy = firstWord(whole);
  const registered = REGISTERED.test(whole);
  return [first, ...others].map(({ key, region: place }) => ({
    key,
    region: place,
    registered,
    brand: wordy !== '' && key.startsWith(wordy) ? wordy : [...key].slice(0, 2).join(''),
  }));
}

const lettersWithSpaces = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();

/** `…股份有限公司宁波分公司` is the company; so is `…宁波分公司`. */
function withoutBranch(name: string, facts: NameFacts): string {
  const cut = /^(.{2,}?公司)(?=.+$)/u.exec(name)?.[1];
  if (cut !== undefined && BRANCH.test(name)) return cut;
  const bare = name.replace(BRANCH, '');
  if (bare === name) return name;
  const place = [...facts.regionWords, ...(facts.countyWords ?? [])].find((word) => bare.endsWith(word));
  const rest = place === undefined ? bare : bare.slice(0, -place.length);
  return [...rest].length >= 2 ? rest : bare;
}

/** Provinces and cities at the beginning, the first of them remembered; 中国 is none of them. */
function withoutPlace(name: string, places: readonly string[]): { region: string | null; rest: string } {
  let rest = name.startsWith('中国') ? name.slice(2) : name;
  let region: string | null = null;
  for (let word; (word = places.find((place) => rest.startsWith(place))) !== undefined;) {
    region ??= word.replace(/[省市]$/, '');
    rest = rest.slice(word.length).replace(/^[省市区](?=..)/, '');
  }
  return { region, rest };
}

function withoutCounty(key: string, { countyWords = [] }: NameFacts): { key: string; region: string }[] {
  const county = countyWords.find((word) => key.startsWith(word) && [...key].length - [...word].length >= 2);
  if (county === undefined) return [];
  const rest = key.slice(county.length);
  return TRADES.some((trade) => rest.startsWith(trade)) ? [] : [{ key: rest, region: county }];
}

/** The first word of a Latin name, in lower case; '' of a Chinese one. */
function firstWord(name: string): string {
  return /^[a-z0-9]{2,20}/.exec(name)?.[0] ?? '';
}

/** Whether a brand is made of characters of good omen alone, so that unrelated firms have it too. */
export function isEverydayBrand(brand: string): boolean {
  return [...brand].every((symbol) => OMENS.has(symbol));
}
