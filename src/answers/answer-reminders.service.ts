import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { AnswerReminder } from './answer-reminder.entity';
import { answerReminderMail } from './answer-reminder.mail';
import { AnswersQueries, type AwaitedAnswer } from './answers.queries';

/** Reminds hosts and departments: once shortly before a term ends and once when it is over, each person by one mail. */
@Injectable()
export class AnswerRemindersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly answers: AnswersQueries,
  ) {}

  /** @returns how many mails were queued; running it again queues none */
  remind(): Promise<number> {
    return this.work.run(async (tx) => {
      const due = (await this.answers.all(tx)).filter(({ term }) => term.standing !== 'open');
      if (due.length === 0) return 0;
      const told = await this.told(tx, due);
      const hosts = await this.people.withRole('host', tx);
      const supporters = await this.people.withRole('supporter', tx);
      const codes = await this.unitCodes(tx);
      const byPerson = new Map<PersonCard, AwaitedAnswer[]>();
      for (const answer of due) {
        for (const person of peopleOf(answer, hosts, supporters, codes)) {
          if (told.has(keyOf(person.id, answer))) continue;
          byPerson.set(person, [...(byPerson.get(person) ?? []), answer]);
        }
      }
      for (const [person, answers] of byPerson) await this.mail(tx, person, answers);
      return byPerson.size;
    });
  }

  private async mail(tx: Tx, person: PersonCard, answers: readonly AwaitedAnswer[]): Promise<void> {
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const url = `${this.config.BASE_URL}/answers`;
    const mailId = await this.outbox.enqueue(tx, answerReminderMail({ person, answers, url }, words));
    const queuedAt = this.clock.now();
    await tx.insert(
      AnswerReminder,
      answers.map((answer) => ({
        id: this.ids.next(),
        leadId: answer.leadId,
        personId: person.id,
        subject: subjectOf(answer),
        standing: answer.term.standing === 'late' ? ('late' as const) : ('soon' as const),
        dueAt: answer.term.dueAt,
        mailId,
        queuedAt,
      })),
    );
  }

  private async told(tx: Tx, due: readonly AwaitedAnswer[]): Promise<ReadonlySet<string>> {
    const leadIds = [...new Set(due.map(({ leadId }) => leadId))];
    const rows = await tx.find(AnswerReminder, sql`where lead_id in ${sql.list(leadIds)}`);
    return new Set(
      rows.map((row) => `${row.personId} ${row.leadId} ${row.subject} ${row.standing} ${row.dueAt}`),
    );
  }

  private async unitCodes(tx: Tx): Promise<ReadonlyMap<string, string>> {
    const units = await this.people.units(tx);
    return new Map(units.map(({ id, code }) => [id, code]));
  }
}

function peopleOf(
  answer: AwaitedAnswer,
  hosts: readonly PersonCard[],
  supporters: readonly PersonCard[],
  codes: ReadonlyMap<string, string>,
): PersonCard[] {
  if (answer.kind === 'statement') return hosts.filter(({ unitId }) => unitId === answer.unitId);
  const { unitCodes } = answer;
  // Where nobody is named for an element, mailing every department about everything would only teach them to look away.
  return supporters.filter(({ unitId }) => unitCodes.includes(codes.get(unitId) ?? ''));
}

const subjectOf = (answer: AwaitedAnswer): string =>
  answer.kind === 'statement' ? answer.hostId : answer.demand.element;

const keyOf = (personId: string, answer: AwaitedAnswer): string =>
  `${personId} ${answer.leadId} ${subjectOf(answer)} ${answer.term.standing} ${answer.term.dueAt}`;
