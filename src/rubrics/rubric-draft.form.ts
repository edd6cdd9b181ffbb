import {
  CRITERION_TEXTS,
  GROUND_TEXTS,
  type CriterionText,
  type DraftCriterion,
  type DraftGround,
  type GroundText,
} from '../domain/rubric/rubric-draft';
import { MOST_PARTS } from '../domain/rubric/draft-moves';
import { plainText } from '../http/forms';

type Body = Readonly<Record<string, unknown>>;

/** The overview of a draft as it was sent: names, and weights by the key of their criterion. */
export interface TypedFrame {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly weights: Readonly<Record<string, string>>;
}

/** A draft keeps far more than a rubric may hold, but not everything that can be sent. */
const LONGEST_KEPT = 2000;
const MOST_CHOSEN = 12;

export function typedFrame(body: Body): TypedFrame {
  const given = body['weights'];
  const pairs =
    typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : [];
  const weights = pairs
    .filter(([key]) => /^c\d{1,6}$/.test(key))
    .slice(0, MOST_PARTS.criteria)
    .map(([key, value]): [string, string] => [key, plainText(value)]);
  return {
    nameZh: plainText(body['nameZh']),
    nameEn: plainText(body['nameEn']),
    weights: Object.fromEntries(weights),
  };
}

export function typedCriterion(key: string, body: Body): DraftCriterion {
  return {
    ...textsOf<CriterionText>(CRITERION_TEXTS, body),
    key,
    kinds: chosen(body['kinds']),
    reasonFor: chosen(body['reasonFor']).filter((score) => /^[0-5]$/.test(score)),
    naAllowed: body['naAllowed'] === '1' || chosen(body['naAllowed']).includes('1'),
  };
}

export function typedGround(key: string, body: Body): DraftGround {
  return {
    ...textsOf<GroundText>(GROUND_TEXTS, body),
    key,
    raisedBy: chosen(body['raisedBy']),
    functions: chosen(body['functions']),
  };
}

/** The names of the controls that hold more than even a draft keeps. */
export function tooLong(part: TypedFrame | DraftCriterion | DraftGround): string[] {
  const long = (text: unknown): boolean => typeof text === 'string' && text.length > LONGEST_KEPT;
  const own = Object.entries(part).flatMap(([name, text]) => (long(text) ? [name] : []));
  const weights = 'weights' in part ? Object.entries(part.weights) : [];
  return [...own, ...weights.flatMap(([key, text]) => (long(text) ? [`weights[${key}]`] : []))];
}

function textsOf<Name extends string>(names: readonly Name[], body: Body): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, plainText(body[name])])) as Record<Name, string>;
}

/** Ticked boxes, once each; anything that is no short text is none. */
function chosen(value: unknown): string[] {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const texts = given.filter((one): one is string => typeof one === 'string' && /^\w{1,40}$/.test(one));
  return [...new Set(texts)].slice(0, MOST_CHOSEN);
}
