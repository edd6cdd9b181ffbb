import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { checkSlot, missingSlots } from '../domain/cage/five-ones';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { actorOf } from '../ledger/actor';
import { CageQueries } from './cage.queries';
import { FiveOnesRecords } from './five-ones-records';
import type { FiveOnesSlot } from './five-ones.entity';
import { mayFill } from './may-fill';
import { ProjectRecords } from './project-records';
import type { Project } from './project.entity';
import { projectSponsoredMail } from './project-sponsored.mail';
import { slotRecord, type FilledSlot, type FillableSlot, type SlotContents } from './slot-content';

/** A leader as they are named: the account of a sponsor; name and post are taken from it. */
export type LeaderGiven = Omit<SlotContents['leader'], 'name' | 'post'>;

/** What is filled into a slot. */
export type SlotGiven =
  | { readonly slot: 'leader'; readonly content: LeaderGiven }
  | Extract<FilledSlot, { readonly slot: Exclude<FillableSlot, 'leader'> }>;

/** Why a filled slot is changed, and the version the change was made from (null: whichever stands). */
export interface SlotChange {
  readonly reason: string;
  readonly version: number | null;
}

/** Fills the five ones, and keeps every version of them. */
@Injectable()
export class FiveOnesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly cage: CageQueries,
    private readonly people: PeopleQueries,
    private readonly projects: ProjectRecords,
    private readonly fiveOnes: FiveOnesRecords,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Fills a slot or changes it. With the fifth slot the record is complete, and the clock of the five ones stops.
   * @throws Refused 404 for a project the viewer may not know, 403 'notYourProject', 409 'slotChangedMeanwhile', 422
   *   'slotIncomplete', 'changeNeedsReason', 'handoverNoteMissing', 'notASponsor'
   */
  fill(viewer: Viewer, projectId: string, given: SlotGiven, change: SlotChange): Promise<void> {
    return this.work.run(async (tx) => {
      const seen = await this.cage.visible(tx, viewer, projectId);
      insist(mayFill(viewer, seen), 403);
      const project = await this.projects.lock(tx, projectId);
      const slots = await this.fiveOnes.slots(tx, projectId);
      const before = slots.find(({ slot }) => slot === given.slot) ?? null;
      refuseStale(before, change);
      const sponsor = given.slot === 'leader' ? await this.sponsor(tx, given.content.personId) : null;
      const filled = filledSlot(given, sponsor);
      insist(
        checkSlot(filled.slot, filled.content as never).length > 0 ? refuse('slotIncomplete') : null,
        422,
      );
      if (sponsor) refuseSilentHandover(project, given.content as LeaderGiven);
      const reason = before === null ? null : change.reason.trim();
      const actor = actorOf(viewer);
      const now = await this.fiveOnes.write(tx, projectId, filled, { before, reason, actor });
      const others = slots.filter(({ slot }) => slot !== given.slot);
      await this.follow(tx, viewer, project, { slots: [...others, now], sponsor });
    });
  }

  /** What a filled slot changes in the project: its sponsor, and whether the five ones are complete. */
  private async follow(
    tx: Tx,
    viewer: Viewer,
    project: Project,
    { slots, sponsor }: { slots: readonly FiveOnesSlot[]; sponsor: PersonCard | null },
  ): Promise<void> {
    const changes: Partial<Project> = {};
    const complete = missingSlots(slotRecord(slots)).length === 0;
    if (complete && project.fiveOnesCompletedAt === null) changes.fiveOnesCompletedAt = this.clock.now();
    const isNew = sponsor !== null && sponsor.id !== project.sponsorId;
    if (isNew) changes.sponsorId = sponsor.id;
    if (Object.keys(changes).length === 0) return;
    const kind = changes.fiveOnesCompletedAt ? 'fiveOnes.completed' : 'project.sponsored';
    await this.projects.write(tx, project, changes, {
      kind,
      actor: actorOf(viewer),
      facts: { cageNo: project.cageNo },
    });
    if (isNew) await this.tellSponsor(tx, sponsor, project);
  }

  private async tellSponsor(tx: Tx, person: PersonCard, project: Project): Promise<void> {
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const { cageNo, id, fiveOnesDueAt } = project;
    const url = `${this.config.BASE_URL}/cage/${id}`;
    const due = formatsFor(words).dayFull(fiveOnesDueAt);
    await this.outbox.enqueue(tx, projectSponsoredMail({ person, cageNo, due, url }, words));
  }

  private async sponsor(tx: Tx, personId: string): Promise<PersonCard> {
    const person = await this.people.byId(personId, tx);
    if (person === null || person.disabledAt !== null || !person.roles.includes('sponsor'))
      throw new Refused(refuse('notASponsor'), 422);
    return person;
  }
}

function refuseStale(before: FiveOnesSlot | null, { version, reason }: SlotChange): void {
  const stands = before?.version ?? 0;
  if (version !== null && version !== stands) throw new Refused(refuse('slotChangedMeanwhile'), 409);
  if (before !== null && reason.trim() === '') throw new Refused(refuse('changeNeedsReason'), 422);
}

/** Another leader takes over only with a note of what is handed over. */
function refuseSilentHandover({ sponsorId }: Project, { personId, handoverNote }: LeaderGiven): void {
  const changes = sponsorId !== null && sponsorId !== personId;
  if (changes && handoverNote.trim() === '') throw new Refused(refuse('handoverNoteMissing'), 422);
}

function filledSlot(given: SlotGiven, sponsor: PersonCard | null): FilledSlot {
  if (given.slot !== 'leader') return given;
  const { name = '', post = '' } = sponsor ?? {};
  return { slot: 'leader', content: { ...given.content, name, post } };
}
