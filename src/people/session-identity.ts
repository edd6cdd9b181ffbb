import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { BallotViewer, Role, Viewer } from '../domain/access/viewer';
import { sessionRules } from '../domain/access/session-rules';
import { msOf, toInstant } from '../domain/shared/instant';
import { Identified, Identity } from '../http/identity';
import type { AppRequest } from '../http/request';
import type { Locale } from '../words/catalogue';
import { sessionToken } from '../http/session-cookies';
import { hashOfToken, SessionsService } from './sessions.service';

type SessionRow = { sessionId: string; seenAt: string };
type PersonRow = Omit<Viewer, 'roles' | 'locale'> & SessionRow & { roles: string; locale: Locale | null };
type BallotRow = BallotViewer & SessionRow;

const nobody = { viewer: null, sessionId: null };

/**
 * Who a request is from, looked up with every request: a disabled account, a revoked link or a signed-out session
 * counts from the next request on.
 */
@Injectable()
export class SessionIdentity extends Identity {
  private readonly log = new Logger('sessions');

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly sessions: SessionsService,
  ) {
    super();
  }

  async of(request: AppRequest): Promise<Identified> {
    const own = sessionToken(request, 'person', this.config.secure);
    const link = sessionToken(request, 'ballot', this.config.secure);
    const person = own ? await this.person(own) : nobody;
    const ballot = link ? await this.ballot(link) : null;
    return { ...person, ballot, handedTo: link && !ballot ? await this.handedTo(link) : null };
  }

  private async person(token: string): Promise<Pick<Identified, 'viewer' | 'sessionId'>> {
    const row = await this.reader.one<PersonRow>(
      sql`select session.id as "sessionId", session.seen_at as "seenAt", person.id as "personId", person.account,
            person.name, person.locale, person.roles, unit.id as "unitId", unit.name as "unitName"
          from session join person on person.id = session.person_id join unit on unit.id = person.unit_id
          where session.token_hash = ${hashOfToken(token)} and session.kind = 'person' ${this.alive()}
            and person.disabled_at is null`.planned(),
    );
    if (!row) return nobody;
    const { sessionId, seenAt, roles, locale, ...person } = row;
    this.keepAlive(sessionId, seenAt);
    const viewer = { ...person, roles: roles.split(',') as Role[], locale: locale ?? this.config.LOCALE };
    return { viewer, sessionId };
  }

  private async ballot(token: string): Promise<BallotViewer | null> {
    const row = await this.reader.one<BallotRow>(
      sql`select session.id as "sessionId", session.seen_at as "seenAt", session.link_id as "linkId",
            session.round_id as "roundId", session.round_seat_id as "roundSeatId", session.person_id as "personId"
          from session join mailed_link on mailed_link.id = session.link_id
            join person on person.id = session.person_id
          where session.token_hash = ${hashOfToken(token)} and session.kind = 'ballot' ${this.alive()}
            and mailed_link.revoked_at is null and person.disabled_at is null`.planned(),
    );
    if (!row) return null;
    const { sessionId, seenAt, ...ballot } = row;
    this.keepAlive(sessionId, seenAt);
    return ballot;
  }

  /** Who votes for the seat now, where this session died because the seat was handed over. */
  private async handedTo(token: string): Promise<string | null> {
    const row = await this.reader.one<{ name: string }>(
      sql`select person.name from session join mailed_link on mailed_link.id = session.link_id
            join mailed_link live on live.round_seat_id = mailed_link.round_seat_id and live.revoked_at is null
            join person on person.id = live.person_id
          where session.token_hash = ${hashOfToken(token)} and session.kind = 'ballot'
            and mailed_link.revoked_because = 'handedOver' and live.person_id <> session.person_id
          order by live.issued_at desc limit 1`,
    );
    return row?.name ?? null;
  }

  private alive() {
    const now = this.clock.now();
    const idleSince = toInstant(msOf(now) - sessionRules.idle);
    return sql`and session.ended_at is null and session.expires_at > ${now} and session.seen_at > ${idleSince}`;
  }

  /** In the background: a page does not wait for it, and nothing is lost when it fails. */
  private keepAlive(sessionId: string, seenAt: string): void {
    if (msOf(this.clock.now()) - msOf(seenAt) < sessionRules.touch) return;
    this.sessions
      .touch(sessionId)
      .catch((error: unknown) => this.log.warn(`A session was not kept alive: ${String(error)}`));
  }
}
