import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { Instant, msOf, toInstant } from '../domain/shared/instant';
import type { Session } from './person.entity';
import { sessionRules } from '../domain/access/session-rules';

export interface OwnSession {
  id: string;
  openedBy: Session['openedBy'];
  device: string;
  createdAt: Instant;
  seenAt: Instant;
}

/** What is known of how the holder of a session showed who they are. */
export interface SessionProof {
  readonly provenAt: Instant | null;
  readonly codeHash: string | null;
  readonly codeAt: Instant | null;
  readonly hasPassword: boolean;
  readonly name: string;
  readonly email: string;
}

/** A person with more than these has other worries than a long page. */
const mostListed = 50;

/** The sessions in which a person is signed in at this moment. */
@Injectable()
export class SessionsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  ofPerson(personId: string): Promise<OwnSession[]> {
    const now = this.clock.now();
    const idleSince = toInstant(msOf(now) - sessionRules.idle);
    return this.reader.rows<OwnSession>(
      sql`select id, opened_by as "openedBy", device, created_at as "createdAt", seen_at as "seenAt" from session
          where person_id = ${personId} and kind = 'person' and ended_at is null and expires_at > ${now}
            and seen_at > ${idleSince} order by created_at desc, id desc limit ${mostListed}`,
    );
  }

  /** Null where the session has ended meanwhile. */
  async proof(sessionId: string): Promise<SessionProof | null> {
    const row = await this.reader.one<Omit<SessionProof, 'hasPassword'> & { hasPassword: number }>(
      sql`select session.proven_at as "provenAt", session.proof_code_hash as "codeHash",
            session.proof_code_at as "codeAt", person.name, person.email,
            case when person.password_hash is null then 0 else 1 end as "hasPassword"
          from session join person on person.id = session.person_id
          where session.id = ${sessionId} and session.ended_at is null`,
    );
    return row && { ...row, hasPassword: Number(row.hasPassword) === 1 };
  }

  /** Whether this session was opened with a password, so that changing it needs the present one. */
  async needsPassword(personId: string, sessionId: string): Promise<boolean> {
    const row = await this.reader.one<{ openedBy: string; has: string | null }>(
      sql`select session.opened_by as "openedBy", person.password_hash as has from session
          join person on person.id = session.person_id
          where session.id = ${sessionId} and person.id = ${personId}`,
    );
    return row !== null && row.has !== null && row.openedBy === 'password';
  }
}
