import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { SHORT_CODE_LENGTH, shortCodeFrom } from '../domain/link/short-code';
import type { Instant } from '../domain/shared/instant';
import { keyedHash } from './keyed-hash';
import { LinkPurpose, MailedLink } from './mailed-link.entity';
import { readToken, TOKEN_BYTES, tokenHash } from './token';

/** Whom a new link is for and what it opens. Without `expiresAt` it lives until it is revoked. */
export interface LinkOrder {
  readonly purpose: LinkPurpose;
  readonly personId: string;
  readonly roundId?: string | null;
  readonly roundSeatId?: string | null;
  readonly expiresAt: Instant | null;
}

/** The link a token stands for, or why it opens nothing; `link` lets the page say whom to ask, never more. */
export type LinkCheck =
  | { readonly ok: MailedLink; readonly refusal?: undefined }
  | { readonly ok?: undefined; readonly refusal: LinkRefusal; readonly link: MailedLink | null };

export type LinkRefusal = 'unknown' | 'expired' | 'revoked' | 'used';

/** A new link: the token is for the address, the code for whoever types it. Both are stored nowhere. */
export interface IssuedLink {
  readonly id: string;
  readonly token: string;
  readonly code: string;
}

/** Which links: each given condition has to hold, and at least one has to be given. */
export interface LinkScope {
  readonly id?: string;
  readonly purpose?: LinkPurpose;
  readonly personId?: string;
  readonly roundId?: string;
  readonly roundSeatId?: string;
}

/** Minutes that a mailed sign-in link lives. */
export const SIGN_IN_MINUTES = 15;

/** A ballot link may be opened again, on another device too; these may not. */
const singleUse: readonly LinkPurpose[] = ['signIn', 'setup'];

/**
 * Links mailed to one person for one purpose. Whoever reads the page behind one changes nothing (mail scanners do
 * that); pressing its button calls `use`. Addresses begin with BASE_URL, whatever the request said of its host.
 */
@Injectable()
export class Links {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
  ) {}

  /** Makes a link. Token and code are for the mail alone: they are stored nowhere and cannot be had again. */
  async issue(tx: Tx, order: LinkOrder): Promise<IssuedLink> {
    const id = this.ids.next();
    const token = this.randomness.bytes(TOKEN_BYTES).toString('base64url');
    const code = shortCodeFrom(this.randomness.bytes(SHORT_CODE_LENGTH));
    await tx.insert(MailedLink, {
      id,
      purpose: order.purpose,
      tokenHash: tokenHash(token),
      codeHash: order.purpose === 'ballot' ? this.codeHash(code) : null,
      personId: order.personId,
      roundId: order.roundId ?? null,
      roundSeatId: order.roundSeatId ?? null,
      issuedAt: this.clock.now(),
      expiresAt: order.expiresAt,
    });
    return { id, token, code };
  }

  /** Notes which mail carries the link, so that it can be taken back with it. */
  mailedBy(tx: Tx, id: string, mailId: string): Promise<void> {
    return tx.post(sql`update mailed_link set mail_id = ${mailId} where id = ${id}`.planned());
  }

  /** The voting links with this short code, dead ones too; by chance there may be several. */
  byCode(source: Source, code: string): Promise<MailedLink[]> {
    return source.find(MailedLink, sql`where code_hash = ${this.codeHash(code)} and purpose = 'ballot'`);
  }

  /** Why the link opens nothing now; null when it opens. */
  refusal(link: MailedLink, now: Instant = this.clock.now()): LinkRefusal | null {
    return refusalOf(link, now);
  }

  /**
   * Looks a token up, writing nothing. A malformed token costs the same one hash and one query as an unknown one.
   * A link of another purpose is unknown.
   */
  async check(
    source: Source,
    token: string,
    purpose: LinkPurpose,
    now: Instant = this.clock.now(),
  ): Promise<LinkCheck> {
    const link = await source.findOne(MailedLink, sql`where token_hash = ${tokenHash(readToken(token))}`);
    if (!link || link.purpose !== purpose) return { refusal: 'unknown', link: null };
    const refusal = refusalOf(link, now);
    return refusal ? { refusal, link } : { ok: link };
  }

  /**
   * Marks the link as used. Of several who press a single-use link at once, one is told true; for a ballot link it
   * is true as long as the link is neither revoked nor expired.
   */
  async use(tx: Tx, id: string): Promise<boolean> {
    const now = this.clock.now();
    const changed = await tx.run(
      sql`update mailed_link set used_at = coalesce(used_at, ${now}), last_used_at = ${now}
          where id = ${id} and revoked_at is null and (expires_at is null or expires_at > ${now})
          and (used_at is null or purpose not in ${sql.list(singleUse)})`,
    );
    return changed === 1;
  }

  /** Kills every live link in the scope, from this commit on. @returns how many */
  revoke(tx: Tx, scope: LinkScope, because: string): Promise<number> {
    return tx.run(
      sql`update mailed_link set revoked_at = ${this.clock.now()}, revoked_because = ${because}
          where revoked_at is null and ${within(scope)}`,
    );
  }

  /** The seats of a round whose links were withdrawn and that have been sent no other since. */
  async withdrawnSeats(source: Source, roundId: string): Promise<Set<string>> {
    const rows = await source.rows<{ id: string }>(
      sql`select distinct link.round_seat_id as id from mailed_link link
          where link.round_id = ${roundId} and link.purpose = 'ballot' and link.revoked_because = 'withdrawn'
            and not exists (select 1 from mailed_link live where live.round_seat_id = link.round_seat_id
              and live.purpose = 'ballot' and live.revoked_at is null)`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The mails that carry the live links in the scope. */
  async mailsOf(tx: Tx, scope: LinkScope): Promise<string[]> {
    const rows = await tx.rows<{ mailId: string }>(
      sql`select mail_id as "mailId" from mailed_link
          where revoked_at is null and mail_id is not null and ${within(scope)}`,
    );
    return rows.map(({ mailId }) => mailId);
  }

  /** Lets the live links in the scope end at another time: a round was extended, or closed with a grace. */
  expireAt(tx: Tx, scope: LinkScope, expiresAt: Instant | null): Promise<number> {
    return tx.run(
      sql`update mailed_link set expires_at = ${expiresAt} where revoked_at is null and ${within(scope)}`,
    );
  }

  /** The address of the page where a panelist opens a ballot. */
  voteUrl(token: string): string {
    return this.url('/v', token);
  }

  /** The address of the page where the short code is typed. */
  codeUrl(): string {
    return `${this.config.BASE_URL}/v`;
  }

  private codeHash(code: string): string {
    return keyedHash(this.config.SECRET_KEY, 'voting code', code);
  }

  /** `https://…/path/token`: under 200 characters, so that no mail client or proxy cuts it. */
  url(path: string, token: string): string {
    return `${this.config.BASE_URL}${path}/${token}`;
  }
}

function refusalOf(link: MailedLink, now: Instant): LinkRefusal | null {
  if (link.revokedAt !== null) return 'revoked';
  if (link.usedAt !== null && singleUse.includes(link.purpose)) return 'used';
  return link.expiresAt !== null && link.expiresAt <= now ? 'expired' : null;
}

function within(scope: LinkScope): Sql {
  const conditions = [
    scope.id === undefined ? null : sql`id = ${scope.id}`,
    scope.purpose === undefined ? null : sql`purpose = ${scope.purpose}`,
    scope.personId === undefined ? null : sql`person_id = ${scope.personId}`,
    scope.roundId === undefined ? null : sql`round_id = ${scope.roundId}`,
    scope.roundSeatId === undefined ? null : sql`round_seat_id = ${scope.roundSeatId}`,
  ].filter((condition) => condition !== null);
  if (conditions.length === 0) throw new TypeError('A scope of links needs at least one condition');
  return sql.join(conditions, ' and ');
}
