import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { crowdedSources, traceOf, type LinkFetch, type SeatTrace } from '../domain/link/link-trace';
import type { Instant } from '../domain/shared/instant';
import { LinkFetches } from '../links/link-fetches';

/**
 * The links of a seat, taken together. Opened means that a button was pressed: a scanner's fetch counts for nothing.
 */
export interface SeatLink extends SeatTrace {
  readonly roundSeatId: string;
  readonly openedAt: Instant | null;
  /** All its links were taken out of use and none was sent instead. */
  readonly withdrawn: boolean;
  /** From how many browsers it was used. */
  readonly devices: number;
}

interface LinkRow {
  id: string;
  roundSeatId: string;
  lastUsedAt: Instant | null;
  revokedBecause: string | null;
  sentAt: Instant | null;
  devices: number | string;
}

/** What the links of a round have been through, in two statements whatever the number of seats. */
@Injectable()
export class SeatTracesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly fetches: LinkFetches,
  ) {}

  /** By seat, from its live links; once the round has ended, from those that ended with it. */
  async ofRound(roundId: string): Promise<Map<string, SeatLink>> {
    const links = await this.reader.rows<LinkRow>(
      sql`select link.id, link.round_seat_id as "roundSeatId", link.last_used_at as "lastUsedAt",
            link.revoked_because as "revokedBecause", mail.sent_at as "sentAt",
            (select count(*) from link_device where link_device.round_seat_id = link.round_seat_id
              and link_device.person_id = link.person_id) as devices
          from mailed_link link left join outbox_mail mail on mail.id = link.mail_id
          where link.round_id = ${roundId} and link.purpose = 'ballot'
            and (link.revoked_at is null or link.revoked_because not in ('reissued', 'handedOver'))`,
    );
    const fetches = await this.fetched(links);
    const crowded = crowdedSources(fetches);
    return new Map(
      [...bySeat(links)].map(([roundSeatId, own]) => {
        const live = own.filter(({ revokedBecause }) => revokedBecause === null);
        const ended = own.filter(({ revokedBecause }) => revokedBecause !== 'withdrawn');
        const inUse = live.length > 0 ? live : ended;
        const withdrawn = inUse.length === 0;
        const openedAt = lastUse(withdrawn ? own : inUse);
        const mine = fetches.filter(({ linkId }) => inUse.some(({ id }) => id === linkId));
        const seat = { roundSeatId, openedAt, withdrawn, devices: Number(own[0]?.devices ?? 0) };
        return [roundSeatId, { ...seat, ...traceOf(openedAt !== null, mine, crowded) }];
      }),
    );
  }

  private async fetched(links: readonly LinkRow[]): Promise<LinkFetch[]> {
    const byId = new Map(links.map((link) => [link.id, link]));
    const rows = await this.fetches.of([...byId.keys()]);
    return rows.flatMap((row) => {
      const link = byId.get(row.linkId);
      return link ? [{ ...row, seatId: link.roundSeatId, sentAt: link.sentAt }] : [];
    });
  }
}

function bySeat(links: readonly LinkRow[]): Map<string, LinkRow[]> {
  const found = new Map<string, LinkRow[]>();
  for (const link of links) found.set(link.roundSeatId, [...(found.get(link.roundSeatId) ?? []), link]);
  return found;
}

function lastUse(links: readonly LinkRow[]): Instant | null {
  const uses = links.flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [lastUsedAt])).sort();
  return uses.at(-1) ?? null;
}
