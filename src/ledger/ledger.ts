import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { canonical, CanonicalValue } from '../domain/shared/canonical';
import { digestOf, entryHash, Link } from './chain';
import { HeadKey } from './head-key';
import { LedgerHead } from './ledger-head.entity';

/** Texts and whole numbers only, so that both databases write the same. `digest` is kept for seals. */
export type LedgerFacts = Readonly<Record<string, CanonicalValue>>;

/** Who acted. The program itself has no `personId`. */
export interface LedgerActor {
  readonly personId: string | null;
  readonly label: string;
}

/** A binding act to be recorded. */
export interface LedgerAct {
  /** `ballot.cast`, `round.closed`; ends in `.removed` when the subject's row is deleted by right. */
  readonly kind: string;
  readonly actor: LedgerActor;
  readonly subject: { readonly type: string; readonly id: string };
  readonly facts?: LedgerFacts;
}

/** Where in the chain something stands. */
export interface LedgerPoint {
  readonly seq: number;
  readonly hash: string;
}

/**
 * The append-only record of binding acts. An entry is written in the same unit of work as the act, so that one
 * never exists without the other.
 */
@Injectable()
export class Ledger {
  /** Where the chain ends within a running unit: after its first append the unit holds the tip's lock. */
  private readonly tips = new WeakMap<Tx, LedgerPoint>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly key: HeadKey = HeadKey.none,
  ) {}

  /**
   * Adds an entry at the end of the chain. Appends of other units wait until this one has ended, so call it last.
   * @throws TypeError where the facts hold a `digest` or something that is not canonical
   */
  append(tx: Tx, act: LedgerAct): Promise<LedgerPoint> {
    if (act.facts && 'digest' in act.facts)
      throw new TypeError('facts.digest is kept for seals: use Ledger.seal');
    return this.write(tx, act, act.facts ?? {});
  }

  /**
   * Records an act together with the digest of the row it made or changed, so that `verify` finds the row changed,
   * missing or slipped in. `content` holds all binding columns and is made by the one `sealContent` of the row.
   */
  seal(
    tx: Tx,
    type: string,
    id: string,
    content: CanonicalValue,
    act: Omit<LedgerAct, 'subject'>,
  ): Promise<LedgerPoint> {
    const facts = { ...act.facts, digest: digestOf(content) };
    return this.write(tx, { ...act, subject: { type, id } }, facts);
  }

  /**
   * Takes the turn at the end of the chain ahead of an append: appends of other units wait from here on. Whoever sends
   * it together with the last statements before it saves a round trip, and what is read behind it is read with every
   * earlier unit committed.
   */
  async takeTurn(tx: Tx): Promise<void> {
    await this.tip(tx);
  }

  /** Keeps the present end of the chain, signed where there is a key, as a head that can be told to people outside. */
  async fixHead(tx: Tx, cause: string): Promise<LedgerPoint & { id: string }> {
    const { seq, hash } = await this.tip(tx);
    const id = this.ids.next();
    const signature = this.key.sign({ seq, hash });
    await tx.insert(LedgerHead, { id, seq, hash, cause: clip(cause, 120), at: this.clock.now(), signature });
    return { id, seq, hash };
  }

  private async write(tx: Tx, act: LedgerAct, facts: LedgerFacts): Promise<LedgerPoint> {
    const tip = await this.tip(tx);
    const link: Link = {
      seq: tip.seq + 1,
      at: this.clock.now(),
      kind: act.kind,
      actorId: act.actor.personId,
      actorLabel: clip(act.actor.label, 200),
      subjectType: act.subject.type,
      subjectId: act.subject.id,
      facts: canonical(facts),
      previousHash: tip.hash,
    };
    const hash = entryHash(link);
    await tx.post(
      sql`insert into ledger_entry
        (seq, at, kind, actor_id, actor_label, subject_type, subject_id, facts, previous_hash, hash) values
        (${link.seq}, ${link.at}, ${link.kind}, ${link.actorId}, ${link.actorLabel}, ${link.subjectType},
         ${link.subjectId}, ${link.facts}, ${link.previousHash}, ${hash})`.planned(),
    );
    const point = { seq: link.seq, hash };
    this.tips.set(tx, point);
    return point;
  }

  private async tip(tx: Tx): Promise<LedgerPoint> {
    const known = this.tips.get(tx);
    if (known) return known;
    const tip = await tx.one<LedgerPoint>(
      sql`select seq, hash from ledger_tip where id = 1${tx.forUpdate}`.planned(),
    );
    if (!tip) throw new Error('The ledger has no tip: the database was not made by the migrations');
    this.tips.set(tx, tip);
    return tip;
  }
}

function clip(text: string, characters: number): string {
  return text.length <= characters ? text : Array.from(text).slice(0, characters).join('');
}
