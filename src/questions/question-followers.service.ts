import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { LeadQuestion } from './question.entity';

/** An answered question that a panel waits for. */
export type AnsweredForPanel = LeadQuestion & { readonly roundId: string };

export interface QuestionFollower {
  /** In the unit of the answer. */
  answered(tx: Tx, question: AnsweredForPanel): Promise<void>;
}

/** Whoever knows the seats of a round enters itself here to hand an answer on to them. */
@Injectable()
export class QuestionFollowers {
  private readonly followers: QuestionFollower[] = [];

  register(follower: QuestionFollower): void {
    this.followers.push(follower);
  }

  async answered(tx: Tx, question: LeadQuestion): Promise<void> {
    const { roundId } = question;
    if (roundId === null) return;
    for (const follower of this.followers) await follower.answered(tx, { ...question, roundId });
  }
}
