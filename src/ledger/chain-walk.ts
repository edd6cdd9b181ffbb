import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { entryHash, GENESIS } from './chain';
import type { LedgerPoint } from './ledger';
import { LedgerEntry } from './ledger-entry.entity';
import type { Problems } from './verification';

const piece = 2000;

/** Reads the chain from its beginning in bounded pieces, recomputes it, and keeps the last seal of each subject. */
export class ChainWalk {
  end: LedgerPoint = { seq: 0, hash: GENESIS };
  entries = 0;
  /** Type → id → digest of the last seal. */
  readonly seals = new Map<string, Map<string, string>>();
  /** Subjects sealed or removed since `mark` was called, as `type id`; null before. */
  touched: Set<string> | null = null;

  constructor(private readonly problems: Problems) {}

  /** From here on remember which subjects appear. */
  mark(): void {
    this.touched = new Set();
  }

  /** Reads on to the present end; may be called again to read what was added meanwhile. */
  async readOn(source: Source): Promise<void> {
    for (;;) {
      const rest = sql`where seq > ${this.end.seq} order by seq limit ${piece}`;
      const entries = await source.find(LedgerEntry, rest);
      for (const entry of entries) this.follow(entry);
      if (entries.length < piece) return;
    }
  }

  private follow(entry: LedgerEntry): void {
    const { seq, hash } = entry;
    if (seq !== this.end.seq + 1) {
      const said = seq === this.end.seq + 2 ? `${seq - 1}` : `${this.end.seq + 1}–${seq - 1}`;
      this.problems.add('gap', { seq, said });
    }
    if (entry.previousHash !== this.end.hash) this.problems.add('brokenChain', { seq });
    if (entryHash(entry) !== hash) this.problems.add('wrongHash', { seq });
    this.end = { seq, hash };
    this.entries += 1;
    this.remember(entry);
  }

  private remember({ kind, subjectType, subjectId, facts }: LedgerEntry): void {
    const digest = digestIn(facts);
    const removed = kind.endsWith('.removed');
    if (digest === null && !removed) return;
    let ofType = this.seals.get(subjectType);
    if (!ofType) this.seals.set(subjectType, (ofType = new Map<string, string>()));
    if (removed) ofType.delete(subjectId);
    else if (digest !== null) ofType.set(subjectId, digest);
    this.touched?.add(`${subjectType} ${subjectId}`);
  }
}

function digestIn(facts: unknown): string | null {
  if (typeof facts !== 'string' || !facts.includes('"digest":')) return null;
  try {
    const { digest } = JSON.parse(facts) as { digest?: unknown };
    return typeof digest === 'string' ? digest : null;
  } catch {
    return null;
  }
}
