import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Viewer } from '../domain/access/viewer';
import { cloneOf } from '../domain/lead/clone';
import type { LeadContent } from '../domain/lead/lead-content';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { LeadDraftsService, type SaveResult } from '../leads/lead-drafts.service';

/** Makes new drafts out of a scout's earlier leads. */
@Injectable()
export class LeadClonesService {
  constructor(
    private readonly reader: Reader,
    private readonly access: LeadAccessQueries,
    private readonly drafts: LeadDraftsService,
  ) {}

  /**
   * A new draft that says what an own lead says, without contacts, first contact, evidence, papers, numbers and planned
   * dates. The same `key` again gives the same draft. @throws Refused 404 on a lead of others
   */
  async clone(viewer: Viewer, leadId: string, key: string): Promise<SaveResult & { readonly title: string }> {
    const { content } = await this.access.own(this.reader, viewer, leadId);
    const made = await this.drafts.create(viewer, bodyOf(cloneOf(content)), `clone ${leadId} ${key}`);
    return { ...made, title: content.title ?? '' };
  }
}

/** A record as a form would send it; names as they stood on the licence go in as they were typed. */
function bodyOf(content: LeadContent): Record<string, unknown> {
  const typed = Object.entries(content.asTyped).filter(([control]) => !control.includes('['));
  return { ...content, ...Object.fromEntries(typed) };
}
