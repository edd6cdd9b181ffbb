import { Fraction } from '../shared/fraction';
import type { Draw } from './element-ledger';
import { LEDGER_ELEMENTS, type LedgerElement } from './element-units';

/** What a host has of each element before the batch: its stock less what admitted leads draw. */
export interface HostBalance {
  readonly hostId: string;
  readonly left: ReadonlyMap<LedgerElement, Fraction>;
}

/** One item of the agenda and where it would stand; `hostId` null draws on nobody. */
export interface BatchItem {
  readonly position: number;
  readonly leadId: string;
  readonly hostId: string | null;
  readonly draws: readonly Draw[];
}

/** Where an element of a host runs out. */
export interface RunsOut {
  readonly position: number;
  readonly leadId: string;
  /** What is missing once this item has drawn. */
  readonly missing: Fraction;
}

/** What the batch together draws of one element of one host. */
export interface UseLine {
  readonly hostId: string;
  readonly element: LedgerElement;
  /** Null where the host has stated nothing. */
  readonly before: Fraction | null;
  readonly used: Fraction;
  /** Before less used; negative where it does not suffice. */
  readonly after: Fraction | null;
  readonly items: number;
  readonly runsOut: RunsOut | null;
}

export interface BatchUse {
  /** By host in the order of the balances, then by element. */
  readonly lines: readonly UseLine[];
  /** Which runs out first, in the order of the agenda; of several at one item the one that is short by the most of its balance. */
  readonly first: UseLine | null;
}

/** What all items of a batch would use together if every one were admitted, drawn in the order of the agenda. */
export function batchUse(items: readonly BatchItem[], balances: readonly HostBalance[]): BatchUse {
  const ordered = [...items].sort((a, b) => a.position - b.position);
  const lines = balances.flatMap(({ hostId, left }) =>
    LEDGER_ELEMENTS.flatMap((element) => {
      const drawing = ordered.flatMap(({ hostId: own, position, leadId, draws }) => {
        const draw = own === hostId ? draws.find((one) => one.element === element) : undefined;
        return draw ? [{ position, leadId, quantity: draw.quantity }] : [];
      });
      return drawing.length === 0 ? [] : [lineOf(hostId, element, left.get(element) ?? null, drawing)];
    }),
  );
  const short = lines.filter(({ runsOut }) => runsOut !== null);
  const [first = null] = [...short].sort(sooner);
  return { lines, first };
}

function lineOf(
  hostId: string,
  element: LedgerElement,
  before: Fraction | null,
  drawing: readonly { position: number; leadId: string; quantity: Fraction }[],
): UseLine {
  let used = Fraction.zero;
  let runsOut: RunsOut | null = null;
  for (const { position, leadId, quantity } of drawing) {
    used = used.plus(quantity);
    // Used to the last is not yet run out.
    if (runsOut === null && before !== null && before.lt(used))
      runsOut = { position, leadId, missing: used.minus(before) };
  }
  const after = before === null ? null : before.minus(used);
  return { hostId, element, before, used, after, items: drawing.length, runsOut };
}

function sooner(a: UseLine, b: UseLine): number {
  const [at, other] = [a.runsOut?.position ?? 0, b.runsOut?.position ?? 0];
  if (at !== other) return at - other;
  return (
    shortness(b).compare(shortness(a)) ||
    LEDGER_ELEMENTS.indexOf(a.element) - LEDGER_ELEMENTS.indexOf(b.element)
  );
}

/** The missing part against what is needed, so that a balance of nothing can be compared. */
function shortness({ runsOut, before }: UseLine): Fraction {
  if (runsOut === null || before === null) return Fraction.zero;
  const needed = runsOut.missing.plus(before);
  return needed.compare(0) > 0 ? runsOut.missing.over(needed) : Fraction.one;
}
