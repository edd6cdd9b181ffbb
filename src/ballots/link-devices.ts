import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { MailedLink } from '../links/mailed-link.entity';
import { tokenHash } from '../links/token';
import { Outbox } from '../mail/outbox';
import { wordsFor } from '../words/words';
import type { BallotRoom } from './ballot-room';
import { secondDeviceMail } from './second-device.mail';
import { LinkDevice } from './voting-link.entity';

/** A browser at the moment it uses a link. */
export interface UsingBrowser {
  /** Coarse, `android/wechat`. */
  readonly device: string;
  /** What only this browser holds. */
  readonly mark: string;
}

/** A use from a device that is new to the seat, where others were used before. */
export interface AnotherDevice {
  readonly id: string;
  readonly device: string;
  /** The devices before it, in order of first use. */
  readonly earlier: readonly string[];
}

/** Somebody whose browser forgets its cookies is not written to without end; the record goes on. */
const mostNotices = 5;

/** Knows from which browsers a seat's links are used. A second one is allowed, told to the enrolled mailbox, recorded. */
@Injectable()
export class LinkDevices {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** Keeps every other use of this seat's links waiting until the unit ends. */
  async lock(tx: Tx, { roundSeatId, personId }: MailedLink): Promise<void> {
    await tx.rows(
      sql`select id from mailed_link where round_seat_id = ${roundSeatId} and person_id = ${personId}
          order by id${tx.forUpdate}`,
    );
  }

  /**
   * Takes note of a use; `lock` comes first. Mails the notice where the device is another one.
   * @returns what the ledger has to say of it, or null when there is nothing to say
   */
  async noteUse(
    tx: Tx,
    link: MailedLink,
    room: BallotRoom,
    { device, mark }: UsingBrowser,
  ): Promise<AnotherDevice | null> {
    const [roundSeatId, personId, markHash] = [room.seat.id, link.personId, tokenHash(mark)];
    const known = await tx.find(
      LinkDevice,
      sql`where round_seat_id = ${roundSeatId} and person_id = ${personId} order by position`,
    );
    if (known.some((one) => one.markHash === markHash)) return null;
    const at = this.clock.now();
    const position = known.length + 1;
    const row = { id: this.ids.next(), roundSeatId, personId, linkId: link.id, markHash, device, position };
    await tx.insert(LinkDevice, { ...row, firstAt: at });
    if (known.length === 0) return null;
    const earlier = known.map((one) => one.device);
    if (known.length <= mostNotices) {
      const words = wordsFor(room.person.locale ?? this.config.LOCALE);
      await this.outbox.enqueue(tx, secondDeviceMail({ room, at, device, earlier }, words));
    }
    return { id: row.id, device, earlier };
  }
}
