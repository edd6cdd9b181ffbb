import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { UnitOfWork } from '../database/unit-of-work';
import { linkDoor, type LinkDoor } from '../domain/link/link-door';
import { Refused, refuse } from '../domain/shared/refusal';
import { Ledger } from '../ledger/ledger';
import type { MailedLink } from '../links/mailed-link.entity';
import { Links, type LinkRefusal } from '../links/links.service';
import { SessionsService } from '../people/sessions.service';
import type { BallotRoom } from './ballot-room';
import { BallotRoomsQueries } from './ballot-rooms.queries';
import { LinkDevices, type UsingBrowser } from './link-devices';
import type { LinkReading, LinkTrouble, LiveLink, WayOfEntry } from './link-reading';
import { VetoesQueries } from './vetoes.queries';

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
    private readonly devices: LinkDevices,
    private readonly ledger: Ledger,
    private readonly vetoes: VetoesQueries,
  ) {}

  /** For GET and HEAD: changes nothing anywhere. */
  async read(token: string): Promise<LinkReading> {
    const check = await this.links.check(this.reader, token, 'ballot', this.clock.now());
    return this.readingOf(check.ok ?? check.link, check.refusal ?? null);
  }

  /**
   * Lets the holder in: a new session for this seat of this round, entered in the ledger; the first use from another
   * device is entered too and told to the enrolled mailbox.
   * @returns the session's secret, for the browser's cookie
   * @throws Refused 410 when the link died since it was read
   */
  async open({ link, room, door }: LiveLink, browser: UsingBrowser, way: WayOfEntry): Promise<string> {
    return this.work.run(async (tx) => {
      await this.devices.lock(tx, link);
      if (!(await this.links.use(tx, link.id))) throw new Refused(refuse('ballotLinkReplaced'), 410);
      const place = { roundId: room.roundId, roundSeatId: room.seat.id };
      const scope = { ...place, linkId: link.id, personId: link.personId };
      const { id, token } = await this.sessions.openForBallot(tx, scope, browser.device);
      const another = await this.devices.noteUse(tx, link, room, browser);
      const actor = { personId: link.personId, label: `${room.person.name}（${room.seat.unitName}）` };
      const facts = { ...place, linkId: link.id, device: browser.device };
      await this.ledger.append(tx, {
        kind: 'ballotLink.opened',
        actor,
        subject: { type: 'ballotSession', id },
        facts: { ...facts, ...way, ...(door === 'rule' ? { door } : {}) },
      });
      if (another !== null)
        await this.ledger.append(tx, {
          kind: 'ballotLink.secondDevice',
          actor,
          subject: { type: 'linkDevice', id: another.id },
          facts: { ...facts, earlier: another.earlier.join(', ') },
        });
      return token;
    });
  }

  /** What a link stands for that was found by other means than its token. */
  async standing(link: MailedLink): Promise<LinkReading> {
    return this.readingOf(link, this.links.refusal(link));
  }

  private async readingOf(link: MailedLink | null, refusal: LinkRefusal | null): Promise<LinkReading> {
    const room = link && (await this.roomOf(link));
    if (!link || !room) return { trouble: 'unknown', link: null, room: null };
    const trouble = this.troubleOf(room, refusal, link);
    if (trouble !== null) return { trouble, link: null, room };
    const door = await this.doorOf(room, link);
    if (door === null) return { trouble: 'deadlinePassed', link: null, room };
    return refusal === null ? { trouble: null, link, room, door } : { trouble: 'expired', link: null, room };
  }

  private async roomOf({ roundId, roundSeatId, personId }: MailedLink): Promise<BallotRoom | null> {
    if (roundId === null || roundSeatId === null) return null;
    return this.rooms.room({ roundId, roundSeatId, personId });
  }

  /** The round's own state says more than the link's, which dies with it. Null where it depends on the clock. */
  private troubleOf(
    room: BallotRoom,
    refusal: LinkRefusal | null,
    { revokedBecause, personId }: MailedLink,
  ): LinkTrouble | null {
    if (room.state === 'cancelled' || room.state === 'voided') return room.state;
    if (room.state !== 'open' && room.state !== 'locked') return 'closed';
    if (refusal === 'revoked' && room.seat.voter.personId !== personId) return 'handedOver';
    if (refusal === 'revoked') return revokedBecause === 'withdrawn' ? 'withdrawn' : 'replaced';
    return null;
  }

  /** Vetoes are asked for only once the ballots are over. */
  private async doorOf(room: BallotRoom, { personId }: MailedLink): Promise<LinkDoor | null> {
    const { state, deadlineAt, roundId } = room;
    const round = { state, now: this.clock.now(), deadlineAt };
    const door = linkDoor(round, 0);
    if (door !== null) return door;
    return linkDoor(round, await this.vetoes.asked({ roundId, roundSeatId: room.seat.id, personId }));
  }
}
