import { Injectable } from '@nestjs/common';
import { AccessLog, type Accessor } from '../access-log/access-log';
import { UnitOfWork } from '../database/unit-of-work';
import { mayUnmaskContact } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import type { ContactPurpose } from '../domain/privacy/contact-purposes';
import { Refused, refuse } from '../domain/shared/refusal';
import { LeadAccessQueries } from '../leads/lead-access.queries';

/** Shows contacts for a purpose: the record comes first, what it opens comes after. */
@Injectable()
export class ContactViewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: LeadAccessQueries,
    private readonly accesses: AccessLog,
  ) {}

  /** @throws Refused 404; 409 'contactErased' where there is nothing left to be shown */
  async unmask(
    viewer: Viewer,
    leadId: string,
    why: { readonly purpose: ContactPurpose; readonly text: string },
    by: Accessor,
  ): Promise<void> {
    await this.work.run(async (tx) => {
      const { lead, facts } = await this.access.see(viewer, leadId, tx);
      if (mayUnmaskContact(viewer, facts) !== null)
        throw new Refused(refuse('leadNotFound'), 404, { type: 'lead', id: leadId });
      if (lead.peopleErasedAt !== null) throw new Refused(refuse('contactErased'), 409);
      const subject = { type: 'lead', id: leadId };
      await this.accesses.within(tx, { kind: 'unmask', by, subject, detail: `${why.purpose} ${why.text}` });
    });
  }
}
