/**
 * Rule set R1 written out a second time, the slow and plain way, from the text of the rules and from nothing of the
 * program: marks are sorted lists, shares are cross products, sums are whole numbers over one common denominator.
 * What the program decides has to be what this decides.
 */
export interface OracleSeat {
  readonly id: string;
  readonly kind: string;
  readonly duty: string | null;
}

/** What a seat did on the item: nothing, took no part, or voted. */
export type OracleDeed =
  | { readonly did: 'nothing' }
  | { readonly did: 'recused'; readonly after: OraclePaper | null }
  | { readonly did: 'voted'; readonly paper: OraclePaper };

export interface OraclePaper {
  readonly vote: 'agree' | 'supplement' | 'against' | 'abstain';
  /** By criterion; a criterion that is not here was not marked at all. */
  readonly marks: Readonly<Record<string, number | 'na'>>;
}

export interface OracleItem {
  readonly seats: readonly OracleSeat[];
  readonly deeds: readonly OracleDeed[];
  readonly highest: number;
  readonly criteria: readonly {
    readonly code: string;
    readonly weight: number;
    readonly kinds: readonly string[];
  }[];
  readonly vetoes: readonly { readonly ground: string; readonly state: string }[];
  readonly extensionsUsed: number;
  readonly rules: OracleRules;
}

type Ratio = readonly [number, number];

export interface OracleRules {
  readonly quorum: Ratio;
  readonly perKind: Readonly<Record<string, number>>;
  readonly duties: readonly string[];
  readonly trimFrom: number;
  readonly dropLowest: number;
  readonly dropHighest: number;
  readonly passMark: number;
  readonly floor: number;
  readonly agree: Ratio;
  readonly agreeFloor: Ratio;
  readonly extensions: number;
  /** Whether the total binds, or is only shown. */
  readonly scoresDecide: boolean;
  /** Whether a confirmed veto rejects, or is left to the chair. */
  readonly vetoRejects: boolean;
}

export interface OracleVerdict {
  readonly outcome: 'admit' | 'reject' | 'borderline' | 'void';
  readonly reasons: readonly string[];
  /** Numerator and denominator, not reduced; null where a criterion has no mark. */
  readonly total: readonly [bigint, bigint] | null;
}

export function oracle(item: OracleItem): OracleVerdict {
  const { rules } = item;
  const present = item.seats.flatMap((seat, at) => {
    const deed = item.deeds[at];
    return deed === undefined || deed.did === 'recused' ? [] : [{ seat, deed }];
  });
  const voters = present.flatMap(({ seat, deed }) =>
    deed.did === 'voted' ? [{ seat, paper: deed.paper }] : [],
  );
  const total = totalOf(item, voters);
  const verdict = (outcome: OracleVerdict['outcome'], reasons: string[] = []): OracleVerdict => ({
    outcome,
    reasons,
    total,
  });

  if (
    !hasQuorum(
      item,
      present.map(({ seat }) => seat),
      voters.map(({ seat }) => seat),
    )
  )
    return verdict('void', [item.extensionsUsed < rules.extensions ? 'extend' : 'reopen']);
  const confirmed = item.vetoes.some(({ state }) => state === 'confirmed');
  if (confirmed && rules.vetoRejects) return verdict('reject', ['veto']);

  const agreeing = voters.filter(({ paper }) => paper.vote === 'agree').length;
  const atLeast = ([num, den]: Ratio): boolean => agreeing * den >= voters.length * num;
  const below = (mark: number): boolean =>
    rules.scoresDecide && total !== null && total[0] < BigInt(mark) * total[1];
  const no = [
    ...(below(rules.floor) ? ['scoreBelowFloor'] : []),
    ...(atLeast(rules.agreeFloor) ? [] : ['agreeBelowFloor']),
  ];
  if (no.length > 0) return verdict('reject', no);
  const unmarked = rules.scoresDecide && total === null;
  const doubts = [
    ...(confirmed ? ['veto'] : []),
    ...(item.vetoes.some(({ state }) => state === 'raised') ? ['vetoUnresolved'] : []),
    ...(unmarked ? ['incomplete'] : below(rules.passMark) ? ['scoreBelowPass'] : []),
    ...(atLeast(rules.agree) ? [] : ['agreeBelowShare']),
  ];
  return doubts.length > 0 ? verdict('borderline', doubts) : verdict('admit');
}

function hasQuorum(
  { rules, seats }: OracleItem,
  eligible: readonly OracleSeat[],
  voters: readonly OracleSeat[],
): boolean {
  if (voters.length === 0) return false;
  if (voters.length * rules.quorum[1] < eligible.length * rules.quorum[0]) return false;
  for (const [kind, needed] of Object.entries(rules.perKind)) {
    if (voters.filter((seat) => seat.kind === kind).length < needed) return false;
  }
  return rules.duties.every((duty) => {
    const charged = seats.filter((seat) => seat.duty === duty && eligible.includes(seat));
    return charged.length === 0 || charged.some((seat) => voters.includes(seat));
  });
}

function totalOf(
  { criteria, highest, rules }: OracleItem,
  voters: readonly { seat: OracleSeat; paper: OraclePaper }[],
): OracleVerdict['total'] {
  const rows = criteria.map(({ code, weight, kinds }) => {
    const given = voters
      .filter(({ seat }) => kinds.includes(seat.kind))
      .flatMap(({ paper }) => (code in paper.marks ? [paper.marks[code]] : []));
    const marks = given.filter((mark) => typeof mark === 'number').sort((a, b) => a - b);
    return { weight, marks, dropsOut: marks.length === 0 && given.length > 0, empty: given.length === 0 };
  });
  const inUse = rows.filter(({ dropsOut }) => !dropsOut);
  if (inUse.length === 0 || inUse.some(({ empty }) => empty)) return null;
  const allWeights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const usedWeights = inUse.reduce((sum, { weight }) => sum + weight, 0);
  let numerator = 0n;
  let denominator = 1n;
  for (const { weight, marks } of inUse) {
    const kept =
      marks.length >= rules.trimFrom
        ? marks.slice(rules.dropLowest, marks.length - rules.dropHighest)
        : marks;
    const sum = kept.reduce((all, mark) => all + mark, 0);
    const top = BigInt(weight) * BigInt(allWeights) * BigInt(sum);
    const bottom = BigInt(usedWeights) * BigInt(kept.length) * BigInt(highest);
    numerator = numerator * bottom + top * denominator;
    denominator *= bottom;
  }
  return [numerator, denominator];
}
