import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { BallotViewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { Ledger } from '../ledger/ledger';
import { RoundsService } from '../rounds/rounds.service';
import { InterestDeclaration, sealOfDeclaration } from './interest-declaration.entity';
import { isKeptFrom } from './own-interest';

interface Place {
  turnout: string;
  unitName: string;
  personName: string;
  revokedAt: string | null;
  isDeclared: number;
}

/** Whoever votes for a seat declares on opening an item that they have no interest in it. */
@Injectable()
export class DeclarationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly rounds: RoundsService,
  ) {}

  /**
   * Records the declaration once for each item, seat and person; said again it changes nothing.
   * @throws Refused 404 for an item of another round, 409 for a recused seat, 410 once nothing is taken any more
   */
  async declareNone(seat: BallotViewer, itemId: string, device: string): Promise<void> {
    if (!/^[0-9a-z]{26}$/.test(itemId)) throw new Refused(refuse('notFound'), 404);
    try {
      await this.work.run(async (tx) => {
        await this.rounds.lockForVote(tx, seat.roundId);
        const { roundId, roundSeatId, personId } = seat;
        const place = await tx.one<Place>(
          sql`select case when ${isKeptFrom(personId)} then 'recused' else turnout.state end as turnout,
                round_seat.unit_name as "unitName", person.name as "personName",
                mailed_link.revoked_at as "revokedAt", (select count(*) from interest_declaration said
                  where said.item_id = item.id and said.round_seat_id = ${roundSeatId}
                    and said.person_id = ${personId}) as "isDeclared"
              from round_item item join lead on lead.id = item.lead_id
                join mailed_link on mailed_link.id = ${seat.linkId}
                join person on person.id = ${personId}
                join round_seat on round_seat.id = ${roundSeatId} and round_seat.round_id = item.round_id
                join turnout on turnout.item_id = item.id and turnout.round_seat_id = round_seat.id
              where item.id = ${itemId} and item.round_id = ${roundId}`,
        );
        if (place === null) throw new Refused(refuse('notFound'), 404);
        if (place.revokedAt !== null) throw new Refused(refuse('ballotLinkReplaced'), 410);
        if (place.turnout === 'recused') throw new Refused(refuse('ballotRecused'), 409);
        if (Number(place.isDeclared) > 0) return;
        const label = `${place.personName}（${place.unitName}）`;
        await this.note(tx, { roundId, itemId, roundSeatId, personId, label, device });
      });
    } catch (error) {
      // Said twice at once: it stands once, which is all that was meant.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Records it within a unit that has seen to it that it may be declared and has not been. `label`: who, of which unit. */
  async note(
    tx: Tx,
    declared: Pick<InterestDeclaration, 'roundId' | 'itemId' | 'roundSeatId' | 'personId' | 'device'> & {
      readonly label: string;
    },
  ): Promise<void> {
    const { roundId, itemId, roundSeatId, personId, device, label } = declared;
    const at = { id: this.ids.next(), declaredAt: this.clock.now(), device };
    const row: InterestDeclaration = { ...at, roundId, itemId, roundSeatId, personId };
    await tx.insert(InterestDeclaration, row);
    await this.ledger.seal(tx, 'interestDeclaration', row.id, sealOfDeclaration(row), {
      kind: 'ballot.noInterest',
      actor: { personId, label },
      facts: { roundId, itemId, roundSeatId },
    });
  }
}
