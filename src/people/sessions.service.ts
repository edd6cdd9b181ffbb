import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { Sql, sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { sessionRules } from '../domain/access/session-rules';
import { msOf, toInstant } from '../domain/shared/instant';
import { Session } from './person.entity';
import { SessionOpenings } from './session-openings.service';

/** A new session's secret; it exists in the browser's cookie only. */
export interface OpenedSession {
  id: string;
  token: string;
}

/** Opens, keeps alive and ends sessions. Only a hash of the secret is stored. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly openings: SessionOpenings,
  ) {}

  /** Lets a person in, in the running unit of work. */
  async openForPerson(
    tx: Tx,
    personId: string,
    device: string,
    openedBy: Session['openedBy'] = 'password',
  ): Promise<OpenedSession> {
    await this.openings.opened(tx, personId, 'signIn');
    return this.open(tx, { kind: 'person', personId, openedBy, device, provenAt: this.clock.now() });
  }

  /** Lets the holder of a voting link in: to that seat of that round and to nothing else. */
  async openForBallot(
    tx: Tx,
    link: { linkId: string; personId: string; roundId: string; roundSeatId: string },
    device: string,
  ): Promise<OpenedSession> {
    await this.openings.opened(tx, link.personId, 'link');
    return this.open(tx, { kind: 'ballot', openedBy: 'link', ...link, device });
  }

  private async open(tx: Tx, given: Partial<Session> & { device: string }): Promise<OpenedSession> {
    const token = this.randomness.bytes(32).toString('base64url');
    const now = this.clock.now();
    const id = this.ids.next();
    await tx.insert(Session, {
      ...given,
      id,
      tokenHash: hashOfToken(token),
      device: given.device.slice(0, 120),
      createdAt: now,
      seenAt: now,
      expiresAt: toInstant(msOf(now) + sessionRules.absolute),
    });
    return { id, token };
  }

  /** Signs out: the cookie, even a copy of it, opens nothing from the next request on. */
  end(sessionId: string): Promise<number> {
    return this.endWhere(sql`id = ${sessionId}`);
  }

  /** Ends one of a person's own sessions. @returns 0 where it is not theirs or has ended */
  endOwn(personId: string, sessionId: string): Promise<number> {
    return this.endWhere(sql`id = ${sessionId} and person_id = ${personId} and kind = 'person'`);
  }

  /** Ends every session of a person but the one they are using. @returns how many */
  endOthers(personId: string, keep: string): Promise<number> {
    return this.endWhere(sql`person_id = ${personId} and kind = 'person' and id <> ${keep}`);
  }

  private endWhere(which: Sql): Promise<number> {
    const now = this.clock.now();
    return this.work.run((tx) =>
      tx.run(sql`update session set ended_at = ${now} where ended_at is null and ${which}`),
    );
  }

  /** Notes that the holder of a session has shown again who they are; a code that was mailed is used up. */
  markProven(sessionId: string): Promise<number> {
    return this.work.run((tx) =>
      tx.run(
        sql`update session set proven_at = ${this.clock.now()}, proof_code_hash = null, proof_code_at = null
            where id = ${sessionId}`,
      ),
    );
  }

  /** Keeps the code that is being mailed; an earlier one is worth nothing from here on. */
  keepProofCode(tx: Tx, sessionId: string, codeHash: string): Promise<number> {
    return tx.run(
      sql`update session set proof_code_hash = ${codeHash}, proof_code_at = ${this.clock.now()} where id = ${sessionId}`,
    );
  }

  /** Notes that a session is in use. */
  touch(sessionId: string): Promise<number> {
    const now = this.clock.now();
    return this.work.run((tx) => tx.run(sql`update session set seen_at = ${now} where id = ${sessionId}`));
  }
}

/** How a session's secret is stored and looked up. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
