import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { keepsAway, type Interest, type InterestStanding } from '../domain/round/interests';
import { interestGrades } from '../domain/round/interest-grades';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { LeadInterest, sealOfInterest } from './lead-interest.entity';

/** An interest as it is to be recorded. */
export interface InterestRecord extends Interest {
  readonly leadId: string;
  readonly roundId: string;
  readonly standing: InterestStanding;
  readonly reason: string;
}

const act: Readonly<Record<InterestStanding, string>> = {
  open: 'interest.noted',
  confirmed: 'interest.confirmed',
  dismissed: 'interest.dismissed',
  left: 'interest.left',
};

/** Records who has an interest in which lead. Whom it keeps away, every reading of leads asks here. */
@Injectable()
export class LeadInterestsService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly settings: CitySettingsQueries,
  ) {}

  /**
   * Records interests within the caller's unit, in place of what stood before of the same seat, person and item; each
   * is sealed. Ledger appends of other units wait from here on, so call it late.
   * @param decidedBy null where a rule decides or nobody has
   */
  async record(
    tx: Tx,
    given: readonly InterestRecord[],
    actor: LedgerActor,
    decidedBy: string | null,
  ): Promise<void> {
    if (given.length === 0) return;
    const now = this.clock.now();
    const grades = await this.settings.value(interestGrades, tx);
    const rows = await tx.find(
      LeadInterest,
      sql`where item_id in ${sql.list([...new Set(given.map(({ itemId }) => itemId))])}`,
    );
    for (const { grounds, ...interest } of given) {
      const before = rows.find((row) => isSame(row, interest));
      const isDecided = interest.standing === 'confirmed' || interest.standing === 'dismissed';
      const row: LeadInterest = {
        ...interest,
        id: before?.id ?? this.ids.next(),
        grounds: grounds.join(','),
        keepsAway: keepsAway(interest.standing, grounds, grades) ? 1 : 0,
        notedAt: before?.notedAt ?? now,
        decidedAt: isDecided ? now : null,
        decidedBy: isDecided ? decidedBy : null,
      };
      if (before === undefined) await tx.insert(LeadInterest, row);
      else await tx.update(LeadInterest, row, sql`id = ${row.id}`);
      await this.ledger.seal(tx, 'leadInterest', row.id, sealOfInterest(row), {
        kind: act[row.standing],
        actor,
        facts: { roundId: row.roundId, itemId: row.itemId, personId: row.personId, grounds: row.grounds },
      });
    }
  }
}

type Key = Pick<Interest, 'itemId' | 'seatId' | 'personId'>;

const isSame = (one: Key, other: Key): boolean =>
  one.itemId === other.itemId && one.seatId === other.seatId && one.personId === other.personId;
