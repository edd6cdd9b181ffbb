import type { IncentiveType } from '../lead/dictionaries';
import type { Day } from '../shared/instant';
import { parseWan } from '../shared/wan';
import { flagsOf, type Flag, type FlagRule } from './flag-rules';
import { articlesIn, plainWording } from './plain-text';
import { validityOn, type PolicyClause, type PublishedPolicy } from './policy';

/** A request of a lead, its text made simplified. */
export interface AskedIncentive {
  readonly type: IncentiveType | null;
  readonly wording: string;
  /** In 万元, decimal text; null where none is named. */
  readonly amountWan: string | null;
}

/** `flagged` comes before everything: a clause that grants what is forbidden makes it no less forbidden. */
export type RequestStanding = 'matched' | 'unmatched' | 'expired' | 'flagged';

/** Why it stands so in regard of the catalogue. */
export type MatchReason =
  | 'cited'
  | 'byWords'
  | 'nothingFound'
  | 'noSuchClause'
  | 'clauseNotNamed'
  | 'otherKind'
  | 'overCap'
  | 'notYet'
  | 'expired'
  | 'withdrawn';

export interface RequestFinding {
  /** From 1, in the order of the form. */
  readonly position: number;
  readonly standing: RequestStanding;
  readonly reason: MatchReason;
  readonly flags: readonly Flag[];
  /** The clause it was compared with; null where none was found. */
  readonly clause: { readonly policy: PublishedPolicy; readonly clause: PolicyClause | null } | null;
}

type Match = Pick<RequestFinding, 'reason' | 'clause'>;

/**
 * Each request of a lead against the catalogue as it stands on `day`. A request belongs to a clause where it names the
 * document (by number or title) and the article, or, naming no document, where it holds all words of a clause in force;
 * the clause must answer this kind of request and grant no less than what is asked. Nothing is guessed beyond that.
 */
export function checkRequests(
  requests: readonly AskedIncentive[],
  catalogue: readonly PublishedPolicy[],
  rules: readonly FlagRule[],
  day: Day,
): RequestFinding[] {
  return requests.map((request, at) => {
    const flags = flagsOf(request, rules);
    const match = matchOf(request, catalogue, day);
    const standing = flags.length > 0 ? 'flagged' : standingOf(match.reason);
    return { position: at + 1, standing, flags, ...match };
  });
}

function standingOf(reason: MatchReason): RequestStanding {
  if (reason === 'cited' || reason === 'byWords') return 'matched';
  return reason === 'expired' || reason === 'withdrawn' ? 'expired' : 'unmatched';
}

function matchOf(request: AskedIncentive, catalogue: readonly PublishedPolicy[], day: Day): Match {
  const plain = plainWording(request.wording);
  const cited = catalogue.filter((policy) => isNamed(policy, plain));
  if (cited.length > 0) return best(cited.map((policy) => citedIn(policy, request, day)));
  const byWords = catalogue.flatMap((policy) =>
    policy.clauses
      .filter((clause) => isMeant(clause, request.type, plain))
      .map((clause) => judged(policy, clause, request, day, 'byWords')),
  );
  return byWords.length > 0 ? best(byWords) : { reason: 'nothingFound', clause: null };
}

function isNamed({ documentNo, title }: PublishedPolicy, plain: string): boolean {
  const [number, name] = [plainWording(documentNo), plainWording(title)];
  return (number !== '' && plain.includes(number)) || (name.length >= 4 && plain.includes(name));
}

function isMeant({ words, types }: PolicyClause, type: IncentiveType | null, plain: string): boolean {
  const asked = words.map(plainWording).filter(Boolean);
  return asked.length > 0 && asked.every((word) => plain.includes(word)) && answers(types, type);
}

/** “按已公布的政策” may be asked under any clause; every other kind only where the clause is for it. */
function answers(types: PolicyClause['types'], type: IncentiveType | null): boolean {
  return types.length === 0 || type === 'publishedPolicy' || (type !== null && types.includes(type));
}

function citedIn(policy: PublishedPolicy, request: AskedIncentive, day: Day): Match {
  const named = articlesIn(request.wording);
  const only = policy.clauses.length === 1 ? policy.clauses : [];
  const meant = policy.clauses.filter(({ code }) =>
    articlesIn(code).some((article) => named.includes(article)),
  );
  const found = named.length === 0 ? only : meant;
  if (found.length > 0) return best(found.map((clause) => judged(policy, clause, request, day, 'cited')));
  const reason = named.length === 0 ? 'clauseNotNamed' : 'noSuchClause';
  return { reason, clause: { policy, clause: null } };
}

function judged(
  policy: PublishedPolicy,
  clause: PolicyClause,
  request: AskedIncentive,
  day: Day,
  found: 'cited' | 'byWords',
): Match {
  const validity = validityOn(policy, day);
  const at = { policy, clause };
  if (validity !== 'inForce') return { reason: validity, clause: at };
  if (!answers(clause.types, request.type)) return { reason: 'otherKind', clause: at };
  return { reason: isOverCap(clause, request) ? 'overCap' : found, clause: at };
}

function isOverCap({ capWan }: PolicyClause, { amountWan }: AskedIncentive): boolean {
  if (capWan === null || amountWan === null) return false;
  const [cap, asked] = [parseWan(capWan), parseWan(amountWan)];
  // An amount that cannot be read is not within a limit.
  return cap !== null && (asked === null || asked > cap);
}

const order: readonly MatchReason[] = [
  'cited',
  'byWords',
  'overCap',
  'otherKind',
  'notYet',
  'expired',
  'withdrawn',
  'clauseNotNamed',
  'noSuchClause',
  'nothingFound',
];

/** The most favourable of several. */
function best(matches: readonly Match[]): Match {
  const [first, ...rest] = matches;
  if (first === undefined) return { reason: 'nothingFound', clause: null };
  return rest.reduce((so, one) => (order.indexOf(one.reason) < order.indexOf(so.reason) ? one : so), first);
}
