import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import type { LeadContent } from '../domain/lead/content';
import type { FieldProblem } from '../domain/lead/problem';
import type { LeadMove } from '../domain/lead/states';
import type { Instant } from '../domain/shared/instant';
import type { LedgerActor } from '../ledger/ledger';
import type { DuplicateCandidate } from './lead-duplicates.queries';
import type { Lead } from './lead.entity';

/** A lead has made a move; all of it in the same unit of work. */
export interface LeadMoved {
  readonly move: LeadMove;
  readonly before: Lead;
  readonly after: Lead;
  readonly actor: LedgerActor;
  readonly at: Instant;
}

/** What a higher feature has to say and to do when leads move; leads know nothing of it. */
export interface LeadFollower {
  /** What stands against handing this in, beside the rules of the form. */
  objections?(tx: Tx, lead: Lead, content: LeadContent): Promise<readonly FieldProblem[]>;
  /** Whether the lead first reported with the same code makes way for this one; whoever says so has made it free. */
  makesWay?(tx: Tx, lead: Lead, reported: DuplicateCandidate): Promise<boolean>;
  /** Somebody was told that the code has been reported by another. */
  blocked?(tx: Tx, viewer: Viewer, lead: Lead, reported: DuplicateCandidate): Promise<void>;
  moved?(tx: Tx, moved: LeadMoved): Promise<void>;
}

/** Features above enter themselves here when their module starts. */
@Injectable()
export class LeadFollowers {
  private readonly followers: LeadFollower[] = [];

  register(follower: LeadFollower): void {
    this.followers.push(follower);
  }

  async objections(tx: Tx, lead: Lead, content: LeadContent): Promise<FieldProblem[]> {
    const found: FieldProblem[] = [];
    for (const follower of this.followers)
      found.push(...((await follower.objections?.(tx, lead, content)) ?? []));
    return found;
  }

  async makesWay(tx: Tx, lead: Lead, reported: DuplicateCandidate): Promise<boolean> {
    for (const follower of this.followers) if (await follower.makesWay?.(tx, lead, reported)) return true;
    return false;
  }

  async blocked(tx: Tx, viewer: Viewer, lead: Lead, reported: DuplicateCandidate): Promise<void> {
    for (const follower of this.followers) await follower.blocked?.(tx, viewer, lead, reported);
  }

  async moved(tx: Tx, moved: LeadMoved): Promise<void> {
    for (const follower of this.followers) await follower.moved?.(tx, moved);
  }
}
