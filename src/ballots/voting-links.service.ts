import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { UnitOfWork } from '../database/unit-of-work';
import { takesBallots } from '../domain/round/deadline';
import { Refused, refuse } from '../domain/shared/refusal';
import { Ledger } from '../ledger/ledger';
import type { MailedLink } from '../links/mailed-link.entity';
import { Links, type LinkRefusal } from '../links/links.service';
import { SessionsService } from '../people/sessions.service';
import type { BallotRoom } from './ballot-room';
import { BallotRoomsQueries } from './ballot-rooms.queries';
import type { LinkReading, LinkTrouble } from './link-reading';

/** Reads mailed voting links without leaving a trace, and opens them when their button is pressed. */
@Injectable()
export class VotingLinksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly sessions: SessionsService,
    private readonly rooms: BallotRoomsQueries,
    private readonly ledger: Ledger,
  ) {}

  /** For GET and HEAD: changes nothing anywhere. */
  async read(token: string): Promise<LinkReading> {
    const check = await this.links.check(this.reader, token, 'ballot', this.clock.now());
    const { refusal } = check;
    const link = check.ok ?? check.link;
    const room = link && (await this.roomOf(link));
    if (!link || !room) return { trouble: 'unknown', link: null, room: null };
    const trouble = this.troubleOf(room, refusal ?? null, link);
    return trouble === null ? { trouble, link, room } : { trouble, link: null, room };
  }

  /**
   * Lets the holder in: a new session for this seat of this round, entered in the ledger.
   * @returns the session's secret, for the browser's cookie
   * @throws Refused 410 when the link died since it was read
   */
  async open({ link, room }: LinkReading & { trouble: null }, device: string): Promise<string> {
    return this.work.run(async (tx) => {
      if (!(await this.links.use(tx, link.id))) throw new Refused(refuse('ballotLinkReplaced'), 410);
      const scope = {
        linkId: link.id,
        personId: link.personId,
        roundId: room.roundId,
        roundSeatId: room.seat.id,
      };
      const { id, token } = await this.sessions.openForBallot(tx, scope, device);
      await this.ledger.append(tx, {
        kind: 'ballotLink.opened',
        actor: { personId: link.personId, label: `${room.person.name}（${room.seat.unitName}）` },
        subject: { type: 'ballotSession', id },
        facts: { roundId: room.roundId, roundSeatId: room.seat.id, linkId: link.id, device },
      });
      return token;
    });
  }

  private async roomOf({ roundId, roundSeatId, personId }: MailedLink): Promise<BallotRoom | null> {
    if (roundId === null || roundSeatId === null) return null;
    return this.rooms.room({ roundId, roundSeatId, personId });
  }

  /** The round's own state says more than the link's, which dies with it. */
  private troubleOf(
    room: BallotRoom,
    refusal: LinkRefusal | null,
    { revokedBecause }: MailedLink,
  ): LinkTrouble | null {
    if (room.state === 'cancelled' || room.state === 'voided') return 'cancelled';
    if (room.state === 'locked') return 'deadlinePassed';
    if (room.state !== 'open') return 'closed';
    if (refusal === 'revoked') return revokedBecause === 'withdrawn' ? 'withdrawn' : 'replaced';
    if (!takesBallots(this.clock.now(), room.deadlineAt)) return 'deadlinePassed';
    return refusal === null ? null : 'expired';
  }
}
