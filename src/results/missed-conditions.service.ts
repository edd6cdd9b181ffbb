import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Tx } from '../database/transaction';
import { isBackToPanel } from '../domain/followup/conditions';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { LeadLaterMovesService } from '../leads/lead-later-moves.service';
import type { Lead } from '../leads/lead.entity';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { AnnouncementFollowers } from './announcement-followers.service';
import { conditionReturnedMail } from './condition-returned.mail';
import { ConditionsQueries, type OpenCondition } from './conditions.queries';
import { ConditionsService } from './conditions.service';
import { programActor } from './program-actor';

/** Sends admitted leads back to the panel whose condition was missed for too long. */
@Injectable()
export class MissedConditions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly config: Config,
    private readonly rubrics: RubricsQueries,
    private readonly queries: ConditionsQueries,
    private readonly conditions: ConditionsService,
    private readonly leads: LeadLaterMovesService,
    private readonly followers: AnnouncementFollowers,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
  ) {}

  /** For the job: each lead in a unit of its own; the rules are those of the round that set the condition. @returns how many */
  async returnDue(now: Instant): Promise<number> {
    const done = new Set<string>();
    for (const missed of await this.queries.missed(this.reader, beijingDay(now))) {
      if (done.has(missed.leadId) || !(await this.isDue(missed, now))) continue;
      if (await this.giveBack(missed, now)) done.add(missed.leadId);
    }
    return done.size;
  }

  private async isDue({ dueOn, ruleSetVersionId }: OpenCondition, now: Instant): Promise<boolean> {
    const rules = await this.rubrics.ruleSet(ruleSetVersionId);
    return rules !== null && isBackToPanel(dueOn, now, rules.content.condition.backToPanelAfterDays);
  }

  private giveBack({ leadId, dueOn }: OpenCondition, now: Instant): Promise<boolean> {
    return this.work.run(async (tx) => {
      const lead = await tx.one<{ state: string }>(
        sql`select state from lead where id = ${leadId}${tx.forUpdate}`,
      );
      if (lead?.state !== 'admitted') return false;
      if ((await this.conditions.giveUp(tx, leadId, now, programActor())) === 0) return false;
      const words = wordsFor('zh-CN');
      const reason = words.t('after.condition.returned.reason', { day: formatsFor(words).official(dueOn) });
      const recalled = await this.leads.recall(tx, leadId, programActor(), reason);
      await this.followers.tellRecalled(tx, { leadId, reason, at: now }, programActor());
      await this.tell(tx, recalled, dueOn);
      return true;
    });
  }

  private async tell(tx: Tx, lead: Lead, dueOn: string): Promise<void> {
    const owners = await tx.rows<{ id: string }>(
      sql`select distinct owner_id as id from admission_condition
          where lead_id = ${lead.id} and state = 'returned'`,
    );
    const people = await this.people.byIds([lead.scoutId, ...owners.map(({ id }) => id)], tx);
    for (const person of people.values()) {
      if (person.disabledAt !== null) continue;
      const words = wordsFor(person.locale ?? this.config.LOCALE);
      const due = formatsFor(words).official(dueOn);
      const url = `${this.config.BASE_URL}/leads/${lead.id}`;
      const facts = { person, leadNumber: lead.number ?? '', due, url };
      await this.outbox.enqueue(tx, conditionReturnedMail(facts, words));
    }
  }
}
