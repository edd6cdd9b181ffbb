import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Viewer } from '../domain/access/viewer';
import { insist } from '../domain/shared/refusal';
import { PeopleQueries } from '../people/people.queries';
import { CageQueries } from './cage.queries';
import { mayFill } from './may-fill';
import type { SlotForm } from './slot-form.views';
import { slotRecord, type FillableSlot } from './slot-content';

/** Reads what a slot's form shows. */
@Injectable()
export class SlotFormQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly cage: CageQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** The form with what the slot holds now. @throws Refused 404, 403 'notYourProject' */
  async form(viewer: Viewer, projectId: string, slot: FillableSlot): Promise<SlotForm> {
    const project = await this.cage.visible(this.reader, viewer, projectId);
    insist(mayFill(viewer, project), 403);
    const slots = await this.cage.slots(projectId);
    const sponsors = slot === 'leader' ? await this.people.withRole('sponsor') : [];
    const content = slotRecord(slots)[slot];
    return {
      slot,
      project,
      typed: content === undefined ? {} : typedOf(content),
      version: slots.find((row) => row.slot === slot)?.version ?? 0,
      sponsors,
      faults: [],
      now: this.clock.now(),
    };
  }
}

/** A content as its form would send it. A handover note belongs to one change and is not shown again. */
function typedOf(content: object): Record<string, unknown> {
  const { personId, ...rest } = content as { personId?: string };
  return { ...rest, ...(personId === undefined ? {} : { sponsorId: personId, handoverNote: '' }) };
}
