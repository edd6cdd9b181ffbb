import { Injectable, OnModuleInit } from '@nestjs/common';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { isOfficeTime, stepsReached, type EscalationStep } from '../domain/promise/escalation';
import type { PromiseLimits } from '../domain/promise/limits';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { Jobs } from '../jobs/jobs';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { PromiseDigest, PromiseEscalation } from './digest.entity';
import { lateDigestMail } from './late-digest.mail';
import { LateQueries, type RunningPromise } from './late.queries';

/** A step that a person has not been told of. */
interface Untold {
  readonly step: EscalationStep;
  readonly promise: RunningPromise;
}

/** Often enough for terms that end by the hour and digests that go once a day. */
const everySeconds = 900;

/** Tells people of promises by themselves: each step once, one digest a person a day, in office hours. */
@Injectable()
export class Escalations implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly late: LateQueries,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'escalatePromises', everySeconds, run: () => this.run() });
  }

  /** Outside office hours nothing is told; what was reached meanwhile is told when they begin. @returns how many digests */
  async run(): Promise<number> {
    const { rows, time } = await this.late.near();
    if (!isOfficeTime(time, time.limits)) return 0;
    const people = await this.people.everyone();
    const active = people.filter(({ disabledAt }) => disabledAt === null);
    const byPerson = new Map<PersonCard, Untold[]>();
    for (const promise of rows) {
      const standing = { due: promise.endsAt, isPaused: promise.pausedUntil !== null };
      for (const step of stepsReached(standing, time, time.limits))
        for (const person of recipients(step, promise, active, time.limits))
          byPerson.set(person, [...(byPerson.get(person) ?? []), { step, promise }]);
    }
    let digests = 0;
    for (const [person, steps] of byPerson) if (await this.tell(person, steps, time.now)) digests += 1;
    return digests;
  }

  /** One unit of work for one person: the mail, the digest that stands for the day, and each step. */
  private async tell(person: PersonCard, steps: readonly Untold[], now: Instant): Promise<boolean> {
    const onDay = beijingDay(now);
    // Looked at outside first, so that most rounds of the job hold nothing up.
    if ((await this.untold(this.reader, person, steps, onDay)).length === 0) return false;
    return this.work.run(async (tx) => {
      const untold = await this.untold(tx, person, steps, onDay);
      if (untold.length === 0) return false;
      const words = wordsFor(person.locale ?? this.config.LOCALE);
      const url = `${this.config.BASE_URL}/late`;
      const mailId = await this.outbox.enqueue(tx, lateDigestMail({ person, lines: untold, url }, words));
      const digest: PromiseDigest = { id: this.ids.next(), personId: person.id, onDay, at: now, mailId };
      await tx.insert(PromiseDigest, digest);
      await tx.insert(
        PromiseEscalation,
        untold.map(({ step, promise }) => ({
          id: this.ids.next(),
          digestId: digest.id,
          personId: person.id,
          kind: promise.kind,
          subjectId: promise.subjectId,
          begunAt: promise.begunAt,
          dueAt: promise.endsAt,
          step,
          at: now,
        })),
      );
      return true;
    });
  }

  /** Nothing where the person has had a digest today. */
  private async untold(
    source: Pick<Reader, 'findOne' | 'find'>,
    person: PersonCard,
    steps: readonly Untold[],
    onDay: string,
  ): Promise<Untold[]> {
    const had = sql`where person_id = ${person.id} and on_day = ${onDay}`;
    if ((await source.findOne(PromiseDigest, had)) !== null) return [];
    const subjects = [...new Set(steps.map(({ promise }) => promise.subjectId))];
    const told = await source.find(
      PromiseEscalation,
      sql`where person_id = ${person.id} and subject_id in ${sql.list(subjects)}`,
    );
    const known = new Set(told.map(keyOf));
    return steps.filter(({ step, promise }) => !known.has(keyOf({ ...promise, step })));
  }
}

const keyOf = ({
  kind,
  subjectId,
  begunAt,
  step,
}: Pick<PromiseEscalation, 'kind' | 'subjectId' | 'begunAt' | 'step'>): string =>
  [kind, subjectId, begunAt, step].join(' ');

/** Who is told: whose turn it is, the head of the secretariat (all of it while none is named), the leading group. */
export function recipients(
  step: EscalationStep,
  { turn, ownerId, unitId }: Pick<RunningPromise, 'turn' | 'ownerId' | 'unitId'>,
  people: readonly PersonCard[],
  { head }: Pick<PromiseLimits, 'head'>,
): PersonCard[] {
  const holding = (role: PersonCard['roles'][number]): PersonCard[] =>
    people.filter(({ roles }) => roles.includes(role));
  if (step === 'leaders') return holding('leadingGroup');
  if (step === 'head') {
    const named = people.filter(({ account, roles }) => account === head && roles.includes('secretariat'));
    return named.length > 0 ? named : holding('secretariat');
  }
  if (ownerId !== null) return people.filter(({ id }) => id === ownerId);
  if (turn === 'chair') return holding('leadingGroup');
  return turn === 'secretariat'
    ? holding('secretariat')
    : holding(turn).filter((one) => one.unitId === unitId);
}
