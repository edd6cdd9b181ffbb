import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { requestMachine, type RequestKind } from '../domain/round/two-people';
import type { Instant } from '../domain/shared/instant';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { RoundRequest } from './round-request.entity';
import { sealOfRequest } from './round-seals';
import type { Round } from './round.entity';

/** The only place that writes requests for what takes two people, each change with its seal. */
@Injectable()
export class TwoPersonRequests {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** What waits for a second person; a round has one at a time. */
  unanswered(source: Source, roundId: string): Promise<RoundRequest | null> {
    return source.findOne(RoundRequest, sql`where round_id = ${roundId} and state = 'asked'`);
  }

  /** Every request about a round, the oldest first. */
  of(source: Source, roundId: string): Promise<RoundRequest[]> {
    return source.find(RoundRequest, sql`where round_id = ${roundId} order by asked_at, id`);
  }

  /** Notes down what somebody asks for. The caller holds the round. */
  async ask(
    tx: Tx,
    viewer: Viewer,
    round: Round,
    asked: { readonly kind: RequestKind; readonly reason: string; readonly deadlineAt: Instant | null },
  ): Promise<RoundRequest> {
    const request: RoundRequest = {
      id: this.ids.next(),
      roundId: round.id,
      ...asked,
      state: 'asked',
      askedById: viewer.personId,
      askedByLabel: actorOf(viewer).label.slice(0, 200),
      askedAt: this.clock.now(),
      answeredById: null,
      answeredByLabel: null,
      answeredAt: null,
      remark: '',
    };
    await tx.insert(RoundRequest, request);
    await this.seal(tx, viewer, round, request);
    return request;
  }

  /** Writes down that it was carried out or taken back, by whom. The caller has asked the machine. */
  async answer(
    tx: Tx,
    viewer: Viewer,
    round: Round,
    request: RoundRequest,
    { move, remark }: { readonly move: 'carryOut' | 'withdraw'; readonly remark: string },
  ): Promise<RoundRequest> {
    const changes = {
      state: requestMachine.to(move),
      answeredById: viewer.personId,
      answeredByLabel: actorOf(viewer).label.slice(0, 200),
      answeredAt: this.clock.now(),
      remark,
    };
    await tx.update(RoundRequest, changes, sql`id = ${request.id} and state = 'asked'`);
    const answered = { ...request, ...changes };
    await this.seal(tx, viewer, round, answered);
    return answered;
  }

  private async seal(tx: Tx, viewer: Viewer, round: Round, request: RoundRequest): Promise<void> {
    const facts = { round: round.number, kind: request.kind, reason: request.reason };
    await this.ledger.seal(tx, 'roundRequest', request.id, sealOfRequest(request), {
      kind: `roundRequest.${request.state}`,
      actor: actorOf(viewer),
      facts,
    });
  }
}
