import type { Words } from '../words/words';
import type { LedgerPoint } from './ledger';

/**
 * What can be wrong. Of an entry: `gap` (entries are missing before it), `brokenChain` (it does not follow the one
 * before), `wrongHash` (its own columns were changed). Of the chain's end: `truncated`. Of a head: `headMissing`,
 * `headDiffers`, `headUnknown` (given without its number), `headUnsigned`,
 * `headForged` (not signed with the key), `headsUnsigned` (none at all is). Of a sealed row: `changed`, `missing`, `unknown` (never sealed). Anything else: `check`.
 */
export type ProblemKind =
  | 'gap'
  | 'brokenChain'
  | 'wrongHash'
  | 'truncated'
  | 'headMissing'
  | 'headDiffers'
  | 'headUnknown'
  | 'headUnsigned'
  | 'headForged'
  | 'headsUnsigned'
  | 'changed'
  | 'missing'
  | 'unknown'
  | 'check';

export interface Problem {
  readonly what: ProblemKind;
  /** The entry concerned; for a row its last seal. Null where there is none. */
  readonly seq: number | null;
  /** The row concerned as `type id`, or the name of a check; null where the problem is the chain's. */
  readonly subject: string | null;
  /** One sentence that says what was found and where. */
  readonly words: string;
}

export interface VerificationReport {
  /** Entries read, and where the chain ends. */
  readonly entries: number;
  readonly end: LedgerPoint;
  /** Rows compared with their seals, by type. */
  readonly rows: Readonly<Record<string, number>>;
  /** Types that have seals but that nobody registered: their rows were not looked at. */
  readonly unchecked: readonly string[];
  readonly storedHeads: number;
  readonly givenHeads: number;
  /** Signatures of heads that are right; null where no key was given. */
  readonly signatures: number | null;
  readonly checks: readonly string[];
  /** The first thousand; `problemCount` is how many there are. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

const mostListed = 1000;

/** Collects problems and puts them into words; beyond a thousand it only counts. */
export class Problems {
  readonly listed: Problem[] = [];
  count = 0;

  constructor(private readonly words: Words) {}

  add(what: ProblemKind, { seq = null, subject = null, said = '' }: Partial<Found> = {}): void {
    this.count += 1;
    if (this.listed.length >= mostListed) return;
    const words = this.words.t(`ledger.problem.${what}`, { seq: seq ?? 0, subject: subject ?? '', said });
    this.listed.push({ what, seq, subject, words });
  }
}

interface Found {
  seq: number | null;
  subject: string | null;
  /** A further fact for the sentence. */
  said: string;
}

/** The report as lines for the command line: what was checked, what was found, what no check can prove. */
export function reportLines(report: VerificationReport, words: Words): string[] {
  const types = Object.entries(report.rows).map(([type, count]) =>
    words.t('ledger.verify.type', { type, count }),
  );
  return [
    words.t('ledger.verify.entries', { count: report.entries, seq: report.end.seq, hash: report.end.hash }),
    words.t('ledger.verify.rows', { types: types.join(words.t('format.comma')) || '0' }),
    words.t('ledger.verify.heads', { stored: report.storedHeads, given: report.givenHeads }),
    ...(report.signatures === null
      ? []
      : [words.t('ledger.verify.signatures', { count: report.signatures })]),
    words.t('ledger.verify.checks', { names: report.checks.join(words.t('format.comma')) || '0' }),
    ...(report.unchecked.length > 0
      ? [words.t('ledger.verify.unchecked', { types: report.unchecked.join(words.t('format.comma')) })]
      : []),
    ...report.problems.map((problem) => `- ${problem.words}`),
    words.t('ledger.verify.result', { count: report.problemCount }),
    ...(report.signatures === null ? [] : [words.t('ledger.verify.limitOfKey')]),
    words.t(report.givenHeads > 0 ? 'ledger.verify.limitWithHead' : 'ledger.verify.limit'),
  ];
}
