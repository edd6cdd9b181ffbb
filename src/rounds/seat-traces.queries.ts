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
}

interface LinkRow {
  id: string;
  roundSeatId: string;
  lastUsedAt: Instant | null;
  revokedBecause: string | null;
  sentAt: Instant | null;
}

/** What the links of a round have been through, in two statements whatever the number of seats. */
@Injectable()
export class SeatTracesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly fetches: LinkFetches,
  ) {}

  /** By seat. A link that another has replaced is left out, with what it was fetched and pressed. */
  async ofRound(roundId: string): Promise<Map<string, SeatLink>> {
    const links = await this.reader.rows<LinkRow>(
      sql`select link.id, link.round_seat_id as "roundSeatId", link.last_used_at as "lastUsedAt",
            link.revoked_because as "revokedBecause", mail.sent_at as "sentAt"
          from mailed_link link left join outbox_mail mail on mail.id = link.mail_id
          where link.round_id = ${roundId} and link.purpose = 'ballot'
            and (link.revoked_at is null or link.revoked_because <> 'reissued')`,
    );
    const fetches = await this.fetched(links);
    const crowded = crowdedSources(fetches);
    const bySeat = new Map<string, LinkRow[]>();
    for (const link of links) bySeat.set(link.roundSeatId, [...(bySeat.get(link.roundSeatId) ?? []), link]);
    return new Map(
      [...bySeat].map(([roundSeatId, own]) => {
        const openedAt = own.reduce<Instant | null>(
          (last, { lastUsedAt }) => (lastUsedAt !== null && lastUsedAt > (last ?? '') ? lastUsedAt : last),
          null,
        );
        const mine = fetches.filter(({ seatId }) => seatId === roundSeatId);
        const withdrawn = own.every(({ revokedBecause }) => revokedBecause === 'withdrawn');
        return [
          roundSeatId,
          { roundSeatId, openedAt, withdrawn, ...traceOf(openedAt !== null, mine, crowded) },
        ];
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
