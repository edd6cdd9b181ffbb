import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { STANDING_CLAIMS } from '../domain/claim/states';
import { refuse, Refused } from '../domain/shared/refusal';
import { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { ClaimMoves } from './claim-moves';
import { wholeRow } from './claim-seals';
import { ClaimsService } from './claims.service';
import { MatchRuling } from './dispute.entity';
import { MatchesQueries, type MatchedLead } from './matches.queries';

/** Rulings on leads that look alike. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly claims: ClaimsService,
    private readonly moves: ClaimMoves,
    private readonly queries: MatchesQueries,
  ) {}

  /**
   * Says whether two leads are one project. If they are, the first report is the earlier one's: that of the later
   * makes way, and its lead waits to be merged at intake.
   * @throws Refused 404; 409 'matchRuled'
   */
  async rule(
    viewer: Viewer,
    leadId: string,
    otherId: string,
    verdict: MatchRuling['verdict'],
    reason: string,
  ) {
    try {
      await this.work.run((tx) => this.ruleOnce(tx, viewer, [leadId, otherId], verdict, reason));
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('matchRuled'), 409);
      throw error;
    }
  }

  private async ruleOnce(
    tx: Tx,
    viewer: Viewer,
    [leadId, otherId]: readonly [string, string],
    verdict: MatchRuling['verdict'],
    reason: string,
  ): Promise<void> {
    await tx.find(Lead, sql`where id in ${sql.list([leadId, otherId])} order by id${tx.forUpdate}`);
    const match = await this.queries.one(leadId, otherId, tx);
    if (match.ruling !== null) throw new Refused(refuse('matchRuled'), 409);
    const [first, second] = inOrder(match.lead, match.other);
    const actor = actorOf(viewer);
    const row: MatchRuling = {
      id: this.ids.next(),
      firstId: first.id,
      secondId: second.id,
      verdict,
      reason,
      byId: viewer.personId,
      byLabel: actor.label.slice(0, 120),
      at: this.clock.now(),
    };
    await tx.insert(MatchRuling, row);
    const facts = { first: first.number, second: second.number, verdict };
    await this.ledger.seal(tx, 'matchRuling', row.id, wholeRow(row), { kind: 'match.ruled', actor, facts });
    if (verdict === 'different') return;
    const claim = await this.moves.lockOf(tx, second.id);
    if (claim !== null && STANDING_CLAIMS.includes(claim.state))
      await this.claims.release(tx, claim, 'yield', actor, reason);
  }
}

/** The one reported first; at the same millisecond the lower number. */
function inOrder(one: MatchedLead, other: MatchedLead): readonly [MatchedLead, MatchedLead] {
  const earlier =
    one.submittedAt < other.submittedAt ||
    (one.submittedAt === other.submittedAt && one.number < other.number);
  return earlier ? [one, other] : [other, one];
}
