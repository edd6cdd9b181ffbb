import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { takesBallots } from '../domain/round/deadline';
import { Outbox } from '../mail/outbox';
import {
  QuestionFollowers,
  type AnsweredForPanel,
  type QuestionFollower,
} from '../questions/question-followers.service';
import { lastHandover } from '../rounds/seat-voters.queries';
import { wordsFor } from '../words/words';
import type { Locale } from '../words/catalogue';
import { isKeptFrom } from './own-interest';
import { panelAnswerMail } from './panel-answer.mail';

interface Voter {
  id: string;
  name: string;
  email: string;
  locale: Locale | null;
  position: number;
  roundNumber: string;
  deadlineAt: string;
}

/** Hands an answer on to every seat of the round that may read the item, whoever asked. */
@Injectable()
export class PanelAnswers implements QuestionFollower, OnModuleInit {
  constructor(
    private readonly followers: QuestionFollowers,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async answered(tx: Tx, { roundId, leadId }: AnsweredForPanel): Promise<void> {
    const voters = await tx.rows<Voter>(
      sql`select person.id, person.name, person.email, person.locale, item.position,
            round.number as "roundNumber", round.deadline_at as "deadlineAt"
          from round_item item join round on round.id = item.round_id join lead on lead.id = item.lead_id
            join round_seat on round_seat.round_id = round.id ${lastHandover}
            join person on person.id = coalesce(handed.to_id, round_seat.holder_id)
            join turnout on turnout.item_id = item.id and turnout.round_seat_id = round_seat.id
          where item.round_id = ${roundId} and item.lead_id = ${leadId} and round.state = 'open'
            and person.disabled_at is null and turnout.state <> 'recused'
            and not ${isKeptFrom(sql`person.id`)}
          order by round_seat.position`,
    );
    const url = `${this.config.BASE_URL}/ballot`;
    for (const { id, name, email, locale, ...round } of voters) {
      if (!takesBallots(this.clock.now(), round.deadlineAt)) continue;
      const facts = { person: { id, name, email }, roundId, ...round, url };
      await this.outbox.enqueue(tx, panelAnswerMail(facts, wordsFor(locale ?? this.config.LOCALE)));
    }
  }
}
