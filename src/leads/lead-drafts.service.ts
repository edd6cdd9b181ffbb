import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { mayEditLead } from '../domain/access/lead-access';
import { digestOfText } from '../ledger/chain';
import type { Viewer } from '../domain/access/viewer';
import { readContent, type LeadContent } from '../domain/lead/content';
import type { FieldProblem } from '../domain/lead/problem';
import { checkDraft } from '../domain/lead/rules';
import { EDITABLE_STATES } from '../domain/lead/states';
import { insist } from '../domain/shared/refusal';
import { msOf, toInstant } from '../domain/shared/instant';
import { LeadAccessQueries } from './lead-access.queries';
import { contentText } from './lead-columns';
import { Lead } from './lead.entity';
import { LeadStore } from './lead-store';

/** `problems` are why nothing was kept. */
export type SaveResult =
  | { readonly saved: true; readonly leadId: string }
  | { readonly saved: false; readonly problems: FieldProblem[] };

type Body = Readonly<Record<string, unknown>>;

const repeatWindow = 60_000;

/** Keeps what a scout writes before it is handed in. */
@Injectable()
export class LeadDraftsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: LeadStore,
    private readonly access: LeadAccessQueries,
  ) {}

  /**
   * Registers a lead as a draft; a title and an investor are enough. `body` is a form as parsed, or the same as
   * JSON. A repeated press gives the first one's lead: known by the form's `key`, or by the same content of the same
   * scout within a minute.
   */
  async create(viewer: Viewer, body: Body, key = ''): Promise<SaveResult> {
    const { content, problems } = readDraft(body);
    if (problems.length > 0) return { saved: false, problems };
    const enter = (): Promise<string> => this.work.run((tx) => this.enter(tx, viewer, content, key));
    try {
      return { saved: true, leadId: await enter() };
    } catch (error) {
      // The other of two presses at the same instant was first: now it is found.
      if (isUniqueViolation(error)) return { saved: true, leadId: await enter() };
      throw error;
    }
  }

  /** Replaces what a draft, or a lead that came back, says. @throws Refused 404, 409 'leadNotEditable' */
  async save(viewer: Viewer, leadId: string, body: Body): Promise<SaveResult> {
    const { content, problems } = readDraft(body);
    return this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const { lead, facts } = await this.access.own(tx, viewer, leadId);
      insist(mayEditLead(viewer, facts), 409);
      if (problems.length > 0) return { saved: false, problems };
      await this.store.replaceContent(tx, lead, content, this.clock.now());
      return { saved: true, leadId };
    });
  }

  private async enter(tx: Tx, viewer: Viewer, content: LeadContent, key: string): Promise<string> {
    const now = this.clock.now();
    const digest = digestOfText(contentText(content));
    const minute = Math.floor(msOf(now) / repeatWindow);
    const creationKey = digestOfText(`${viewer.personId} ${key === '' ? `${digest} ${minute}` : key}`);
    const earlier = await this.registered(tx, viewer, creationKey, digest, now);
    if (earlier) {
      if (key === '' || earlier.contentDigest === digest) return earlier.id;
      if (EDITABLE_STATES.includes(earlier.state)) {
        await this.store.replaceContent(tx, earlier, content, now);
        return earlier.id;
      }
      // The form was gone back to and says something else now: what it says is not lost, it is another lead.
    }
    const given = {
      id: this.ids.next(),
      scoutId: viewer.personId,
      scoutUnitId: viewer.unitId,
      createdAt: now,
    };
    const lead = await this.store.insert(
      tx,
      { ...given, creationKey: earlier ? null : creationKey },
      content,
    );
    return lead.id;
  }

  private registered(
    tx: Tx,
    { personId }: Viewer,
    creationKey: string,
    digest: string,
    now: string,
  ): Promise<Lead | null> {
    const since = toInstant(msOf(now) - repeatWindow);
    return tx.findOne(
      Lead,
      sql`where creation_key = ${creationKey} or (scout_id = ${personId} and listed_at > ${since}
          and created_at > ${since} and creation_digest = ${digest}) order by created_at limit 1${tx.forUpdate}`,
    );
  }
}

/** The record in a form's body, and what stands against keeping it. */
export function readDraft(body: Body): { content: LeadContent; problems: FieldProblem[] } {
  const { content, problems } = readContent(body);
  const faults = checkDraft(content).errors.filter(({ field }) =>
    problems.every((found) => found.field !== field),
  );
  return { content, problems: [...problems, ...faults] };
}
