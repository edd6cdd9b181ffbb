import { emptyContent } from './content';
import type { LeadContent } from './lead-content';

/** What every project of one kind has in common, whoever invests. */
const FRAME = [
  'track',
  'investMode',
  'sensitivity',
  'industryCode',
  'chain',
  'chainRole',
  'currency',
  'landUse',
  'envCategory',
  'hazardousProcess',
  'needsChemicalPark',
  'intendedHosts',
  'adjustable',
  'sourceChannel',
  'sourceChannelSecond',
] as const satisfies readonly (keyof LeadContent)[];

/** What belongs to one conversation at one time: never copied, not even for the same investor. */
const NEVER = [
  'contact',
  'referrer',
  'coScouts',
  'firstContactAt',
  'talkDepth',
  'countyTalks',
  'creditCheck',
  'plannedStart',
  'plannedProduction',
  'fullYear',
  'fxRate',
  'fxDate',
  'asTyped',
] as const satisfies readonly (keyof LeadContent)[];

/**
 * Another project of the same investor: what it is and its figures come along. People to call, who found it, dates of
 * contact and of building, an old exchange rate, and everything outside the form (papers, numbers) do not.
 */
export function cloneOf(content: LeadContent): LeadContent {
  const empty = emptyContent();
  const kept = { ...content, ...pick(empty, NEVER) };
  const asTyped = Object.entries(content.asTyped).filter(([control]) => isKept(control));
  return { ...kept, asTyped: Object.fromEntries(asTyped) };
}

/** A like project of another investor: only what such projects have in common. */
export function frameOf(content: LeadContent): LeadContent {
  return { ...emptyContent(), ...pick(content, FRAME) };
}

/** What was typed of an entry that stays out stays out as well. */
function isKept(control: string): boolean {
  const [code = ''] = control.split('[');
  return !(NEVER as readonly string[]).includes(code);
}

function pick(content: LeadContent, codes: readonly (keyof LeadContent)[]): Partial<LeadContent> {
  return Object.fromEntries(codes.map((code) => [code, content[code]]));
}
