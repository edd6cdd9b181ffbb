import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { Instant } from '../domain/shared/instant';

/** Where else people of a lead stand than in the lead; each call says in how many places it has cleared them. */
export interface ContactCopyHolder {
  /** Within the unit that erases the lead's own. */
  eraseOfLead(tx: Tx, leadId: string): Promise<number>;
  /** What is older than that and belongs to no lead that is held back; in units of its own, right when it runs twice. */
  eraseBefore(before: Instant): Promise<number>;
}

/** Features uphill enter here what they keep of people, so that the retention job clears it with the leads. */
@Injectable()
export class ContactCopies {
  private readonly holders: ContactCopyHolder[] = [];

  register(holder: ContactCopyHolder): void {
    this.holders.push(holder);
  }

  async eraseOfLead(tx: Tx, leadId: string): Promise<number> {
    let erased = 0;
    for (const holder of this.holders) erased += await holder.eraseOfLead(tx, leadId);
    return erased;
  }

  async eraseBefore(before: Instant): Promise<number> {
    let erased = 0;
    for (const holder of this.holders) erased += await holder.eraseBefore(before);
    return erased;
  }
}
