import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { answerFault, askRefusal, questionFault } from '../domain/question/question';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import type { MailDraft } from '../mail/letter';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor, type Words } from '../words/words';
import { LeadQuestion, questionSeal } from './question.entity';
import { QuestionFollowers } from './question-followers.service';
import { questionAnsweredMail, questionAskedMail } from './question.mail';

export interface QuestionAsked {
  readonly text: string;
  /** Of the page that asked: one press asks once. */
  readonly key: string;
  /** The round whose panel waits for the answer. */
  readonly roundId?: string | null;
}

/** Questions to scouts: the secretariat asks, the scout answers, both are mailed and stand on the lead. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly access: LeadAccessQueries,
    private readonly followers: QuestionFollowers,
  ) {}

  /**
   * Asks the scout of a lead.
   * @returns the id of the question; of the first one, where the same press arrives again
   * @throws Refused 404; 409 'questionNotNow'; 422 'questionMissing', 'questionLong'
   */
  async ask(viewer: Viewer, leadId: string, asked: QuestionAsked): Promise<string> {
    const fault = questionFault(asked.text);
    if (fault !== null) throw new Refused(refuse(fault), 422);
    const once = (): Promise<string> => this.work.run((tx) => this.put(tx, viewer, leadId, asked));
    try {
      return await once();
    } catch (error) {
      if (isUniqueViolation(error)) return once();
      throw error;
    }
  }

  private async put(tx: Tx, viewer: Viewer, leadId: string, asked: QuestionAsked): Promise<string> {
    const { lead } = await this.access.see(viewer, leadId, tx);
    const earlier = await tx.findOne(LeadQuestion, sql`where key = ${asked.key}`);
    if (earlier) return earlier.id;
    insist(askRefusal(lead.state));
    const actor = actorOf(viewer);
    const row: LeadQuestion = {
      id: this.ids.next(),
      leadId,
      roundId: asked.roundId ?? null,
      text: asked.text.trim(),
      state: 'asked',
      askedAt: this.clock.now(),
      byId: viewer.personId,
      byLabel: actor.label.slice(0, 140),
      answer: null,
      answeredAt: null,
      answeredById: null,
      key: asked.key,
    };
    await tx.insert(LeadQuestion, row);
    await this.seal(tx, row, 'question.asked', actor);
    await this.tell(tx, lead.scoutId, (person, words) =>
      questionAskedMail({ person, lead, question: row.text, url: this.address(leadId) }, words),
    );
    return row.id;
  }

  /**
   * The scout answers, once; what the panel waits for is handed on to it.
   * @throws Refused 404 for anybody else; 409 'questionNotOpen'; 422 'answerMissing', 'answerLong'
   */
  answer(viewer: Viewer, leadId: string, id: string, text: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { lead } = await this.access.own(tx, viewer, leadId);
      const question = await this.open(tx, leadId, id);
      const fault = answerFault(text);
      if (fault !== null) throw new Refused(refuse(fault), 422);
      const changes = {
        state: 'answered' as const,
        answer: text.trim(),
        answeredAt: this.clock.now(),
        answeredById: viewer.personId,
      };
      await tx.update(LeadQuestion, changes, sql`id = ${id}`);
      const answered = { ...question, ...changes };
      await this.seal(tx, answered, 'question.answered', actorOf(viewer));
      await this.tell(tx, question.byId, (person, words) =>
        questionAnsweredMail(
          { person, lead, question: question.text, answer: changes.answer, url: this.address(leadId) },
          words,
        ),
      );
      await this.followers.answered(tx, answered);
    });
  }

  /** The secretariat takes a question back that has not been answered. @throws Refused 404; 409 'questionNotOpen' */
  withdraw(viewer: Viewer, leadId: string, id: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.access.see(viewer, leadId, tx);
      const question = await this.open(tx, leadId, id);
      await tx.update(LeadQuestion, { state: 'withdrawn' }, sql`id = ${id}`);
      await this.seal(tx, { ...question, state: 'withdrawn' }, 'question.withdrawn', actorOf(viewer));
    });
  }

  private async open(tx: Tx, leadId: string, id: string): Promise<LeadQuestion> {
    // The lead's lock is the turn of its thread: an answer and a withdrawal never cross.
    await tx.findOne(Lead, sql`where id = ${leadId}${tx.forUpdate}`);
    const question = await tx.findOne(LeadQuestion, sql`where id = ${id} and lead_id = ${leadId}`);
    if (!question) throw new Refused(refuse('leadNotFound'), 404);
    if (question.state !== 'asked') throw new Refused(refuse('questionNotOpen'), 409);
    return question;
  }

  /** Nothing of a round in it: the ledger is read before the round is counted. */
  private async seal(tx: Tx, row: LeadQuestion, kind: string, actor: LedgerActor): Promise<void> {
    const facts = { lead: row.leadId };
    await this.ledger.seal(tx, 'leadQuestion', row.id, questionSeal(row), { kind, actor, facts });
  }

  private async tell(
    tx: Tx,
    personId: string,
    mail: (person: { id: string; name: string; email: string }, words: Words) => MailDraft,
  ): Promise<void> {
    const person = await this.people.byId(personId, tx);
    if (person) await this.outbox.enqueue(tx, mail(person, wordsFor(person.locale ?? this.config.LOCALE)));
  }

  private address(leadId: string): string {
    return `${this.config.BASE_URL}/leads/${leadId}#questions`;
  }
}
