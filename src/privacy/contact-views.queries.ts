import { Injectable } from '@nestjs/common';
import { AccessRecord } from '../access-log/access-record.entity';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { maySeeContact, maySeeContactViews, mayUnmaskContact } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import { CONTACT_MINUTES } from '../domain/privacy/contact-purposes';
import { msOf, toInstant } from '../domain/shared/instant';
import { refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { LeadAccessQueries, type SeenLead } from '../leads/lead-access.queries';

export interface ContactPageData {
  readonly seen: SeenLead;
  /** Whether it is shown in full now. */
  readonly open: boolean;
  /** Until when, where it was asked for; null for the lead's own scout. */
  readonly until: string | null;
  readonly refusal: Refusal | null;
  /** Who was shown it, newest first; null for those who are not told. */
  readonly views: readonly AccessRecord[] | null;
  readonly now: string;
}

const minute = 60_000;

/** Reads the contact of a lead for those who asked for it, and who was shown it. */
@Injectable()
export class ContactViewsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly access: LeadAccessQueries,
  ) {}

  /** @throws Refused 404 for a lead that does not exist for this viewer, or whose contact is none of their business */
  async page(viewer: Viewer, leadId: string): Promise<ContactPageData> {
    const seen = await this.access.see(viewer, leadId);
    const refusal = mayUnmaskContact(viewer, seen.facts);
    const told = maySeeContactViews(viewer, seen.facts);
    if (refusal !== null && !told)
      throw new Refused(refuse('leadNotFound'), 404, { type: 'lead', id: leadId });
    const own = maySeeContact(viewer, seen.facts);
    const now = this.clock.now();
    const since = toInstant(msOf(now) - CONTACT_MINUTES * minute);
    const asked = await this.reader.findOne(
      AccessRecord,
      sql`where subject_type = 'lead' and subject_id = ${leadId} and kind = 'unmask'
            and person_id = ${viewer.personId} and at > ${since} order by at desc limit 1`,
    );
    return {
      seen,
      // A right that was taken away meanwhile shuts what was opened before.
      open: own || (asked !== null && refusal === null),
      until: asked && !own ? toInstant(msOf(asked.at) + CONTACT_MINUTES * minute) : null,
      refusal,
      views: told ? await this.views(leadId) : null,
      now,
    };
  }

  private views(leadId: string): Promise<AccessRecord[]> {
    return this.reader.find(
      AccessRecord,
      sql`where subject_type = 'lead' and subject_id = ${leadId} and kind = 'unmask'
          order by at desc, id desc limit 100`,
    );
  }
}
