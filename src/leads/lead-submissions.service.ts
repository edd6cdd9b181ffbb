import { Injectable } from '@nestjs/common';
import { ChainLeadsService } from '../chains/chain-leads.service';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';
import { isUniqueViolation } from '../database/errors';
import { Sequences } from '../database/sequences';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { problem, type FieldProblem } from '../domain/lead/problem';
import { checkSubmission, type SubmissionFindings } from '../domain/lead/rules';
import { canonical, type CanonicalValue } from '../domain/shared/canonical';
import { beijing, beijingDay, type Instant } from '../domain/shared/instant';
import { Refused } from '../domain/shared/refusal';
import { digestOfText } from '../ledger/chain';
import { Ledger } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { LeadContact } from './lead-contact.entity';
import { apart, contactSeal, REVISION_LAYOUT } from './lead-people';
import { LeadAccessQueries } from './lead-access.queries';
import { contentOf } from './lead-columns';
import { LeadDraftsService } from './lead-drafts.service';
import { LeadDuplicatesQueries, type DuplicateCandidate } from './lead-duplicates.queries';
import { LeadFactsQueries } from './lead-facts.queries';
import { LeadFollowers } from './lead-followers.service';
import { actorOf } from '../ledger/actor';
import { LeadMoves } from './lead-moves';
import { moveRefusal } from './lead-refusals';
import { leadReceivedMail } from './lead-received.mail';
import { LeadDuplicate, LeadRevision } from './lead-record.entity';
import { revisionSeal } from './lead-seals';
import { LeadSignatures } from './lead-signatures';
import { LeadStore } from './lead-store';
import { ResubmissionsService } from './resubmissions.service';
import type { Lead } from './lead.entity';

/** A refused submission names what stands against it; the draft is kept either way. */
export type SubmitResult =
  | { readonly submitted: true; readonly leadId: string; readonly number: string; readonly at: Instant }
  | {
      readonly submitted: false;
      /** Null when not even a draft exists. */
      readonly leadId: string | null;
      /** Whether what was typed has been stored. */
      readonly kept: boolean;
      readonly problems: readonly FieldProblem[];
    };

type Body = Readonly<Record<string, unknown>>;
type Pressed = { readonly creationKey?: string; readonly idempotencyKey?: string };

/** Hands leads in. The first submission draws the number and is the claim of first report. */
@Injectable()
export class LeadSubmissionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly sequences: Sequences,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly drafts: LeadDraftsService,
    private readonly store: LeadStore,
    private readonly moves: LeadMoves,
    private readonly access: LeadAccessQueries,
    private readonly facts: LeadFactsQueries,
    private readonly duplicates: LeadDuplicatesQueries,
    private readonly signatures: LeadSignatures,
    private readonly resubmissions: ResubmissionsService,
    private readonly followers: LeadFollowers,
    private readonly chains: ChainLeadsService,
  ) {}

  /**
   * Hands in what is stored, as it stands. The same key again gives the same answer and makes no second revision.
   * @throws Refused 404; 409 'leadNotNow' when it has been handed in already
   */
  async submit(viewer: Viewer, leadId: string, idempotencyKey = ''): Promise<SubmitResult> {
    const once = (): Promise<SubmitResult> =>
      this.work.run((tx) => this.handIn(tx, viewer, leadId, idempotencyKey));
    try {
      return await once();
    } catch (error) {
      // Somebody handed in the same code, or the same press arrived twice, at the same instant: now it is found.
      if (isUniqueViolation(error)) return once();
      throw error;
    }
  }

  /** Keeps what a form says and hands it in; what cannot be handed in yet stays as a draft. `leadId` null: new. */
  async saveAndSubmit(
    viewer: Viewer,
    leadId: string | null,
    body: Body,
    pressed: Pressed,
  ): Promise<SubmitResult> {
    const key = pressed.idempotencyKey ?? '';
    if (leadId !== null && key !== '') {
      const earlier = await this.work.run((tx) => this.answered(tx, viewer, leadId, key));
      if (earlier) return earlier;
    }
    const kept =
      leadId === null
        ? await this.drafts.create(viewer, body, pressed.creationKey)
        : await this.drafts.save(viewer, leadId, body);
    if (!kept.saved) return { submitted: false, leadId, kept: false, problems: kept.problems };
    return this.submit(viewer, kept.leadId, key);
  }

  private async handIn(tx: Tx, viewer: Viewer, leadId: string, key: string): Promise<SubmitResult> {
    const earlier = await this.answered(tx, viewer, leadId, key);
    if (earlier) return earlier;
    const { lead, content } = await this.access.own(tx, viewer, leadId);
    const refusal = moveRefusal('submit', lead, { by: viewer.roles, actor: actorOf(viewer) });
    if (refusal !== null) throw new Refused(refusal, 409);
    const facts = await this.facts.gather(tx, content, viewer.account, leadId);
    const findings = checkSubmission(content, facts);
    const alike = await this.duplicates.find(tx, this.signatures.of(content), leadId);
    const reported = alike.find(({ grade }) => grade === 'a');
    const blocked = reported && !(await this.followers.makesWay(tx, lead, reported)) ? reported : null;
    if (blocked) await this.followers.blocked(tx, viewer, lead, blocked);
    const objections = await this.followers.objections(tx, lead, content);
    const problems = [...findings.errors, ...(blocked ? [alreadyReported(blocked)] : []), ...objections];
    if (problems.length > 0) return { submitted: false, leadId, kept: true, problems };
    return this.record(tx, viewer, lead, { findings, alike, key });
  }

  /** The lead is locked from here on. @returns the answer this press was given before, if it was */
  private async answered(tx: Tx, viewer: Viewer, leadId: string, key: string): Promise<SubmitResult | null> {
    await this.store.lock(tx, leadId);
    if (key === '') return null;
    const { lead } = await this.access.own(tx, viewer, leadId);
    const earlier = await tx.findOne(LeadRevision, sql`where idempotency_key = ${pressOf(leadId, key)}`);
    if (!earlier) return null;
    return { submitted: true, leadId, number: lead.number ?? '', at: earlier.submittedAt };
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    lead: Lead,
    found: { findings: SubmissionFindings; alike: readonly DuplicateCandidate[]; key: string },
  ): Promise<SubmitResult> {
    const now = this.clock.now();
    const actor = actorOf(viewer);
    const number = lead.number ?? (await this.nextNumber(tx, now));
    const { warnings, computed } = found.findings;
    const { content, ...people } = apart(contentOf(lead), this.randomness.bytes(32));
    const revision: LeadRevision = {
      id: this.ids.next(),
      leadId: lead.id,
      number: lead.revision + 1,
      content,
      findings: canonical({ warnings, computed } as unknown as CanonicalValue),
      digest: digestOfText(content),
      submittedAt: now,
      submittedBy: viewer.personId,
      idempotencyKey: found.key === '' ? null : pressOf(lead.id, found.key),
      layout: REVISION_LAYOUT,
    };
    const erased = { erasedAt: null, erasedBecause: null };
    const contact: LeadContact = { id: this.ids.next(), revisionId: revision.id, ...people, ...erased };
    await tx.insert(LeadRevision, revision);
    await tx.insert(LeadContact, contact);
    await this.noteAlike(tx, revision, found.alike);
    const before = await tx.findOne(
      LeadRevision,
      sql`where lead_id = ${lead.id} and number = ${lead.revision}`,
    );
    const firstReport = { number, submittedAt: lead.submittedAt ?? now, listedAt: lead.submittedAt ?? now };
    const changes = {
      ...firstReport,
      revision: revision.number,
      claimedUscc: lead.uscc,
      duplicateGrade: found.alike[0]?.grade ?? null,
      tier: computed.scope.tier,
    };
    const handedIn = await this.moves.make(tx, lead, { move: 'submit', by: viewer.roles, actor, changes });
    await this.store.writeGrams(tx, handedIn, before && contentOf(before));
    await this.store.writeNames(tx, lead.id, contentOf(lead));
    if (lead.revision > 0) await this.store.place(tx, lead.id, contentOf(lead));
    const facts = { lead: lead.id, number, revision: revision.number };
    await this.ledger.seal(tx, 'leadRevision', revision.id, revisionSeal(revision), {
      kind: 'lead.revision',
      actor,
      facts,
    });
    await this.ledger.seal(tx, 'leadContact', contact.id, contactSeal(contact), {
      kind: 'lead.people',
      actor,
      facts,
    });
    await this.resubmissions.handedIn(tx, lead.id, revision.id, actor);
    const { chain, title, summary } = contentOf(lead);
    const placed = { leadId: lead.id, number, scoutId: lead.scoutId, revision: revision.number };
    await this.chains.handedIn(tx, { ...placed, chain, title, summary });
    await this.mailReceipt(tx, handedIn, now);
    return { submitted: true, leadId: lead.id, number, at: now };
  }

  private async nextNumber(tx: Tx, now: Instant): Promise<string> {
    const { year } = beijing(now);
    return `L-${year}-${String(await this.sequences.next(tx, 'lead', year)).padStart(5, '0')}`;
  }

  private async noteAlike(
    tx: Tx,
    revision: LeadRevision,
    alike: readonly DuplicateCandidate[],
  ): Promise<void> {
    const rows = alike.slice(0, 20).map(({ leadId, grade, grounds, similarity }) => ({
      leadId: revision.leadId,
      revision: revision.number,
      otherId: leadId,
      grade,
      grounds: grounds.join(','),
      similarity,
      notedAt: revision.submittedAt,
    }));
    if (rows.length > 0) await tx.insert(LeadDuplicate, rows);
  }

  private async mailReceipt(tx: Tx, lead: Lead, at: Instant): Promise<void> {
    const person = await this.people.byId(lead.scoutId, tx);
    if (!person) return;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const url = `${this.config.BASE_URL}/leads/${lead.id}`;
    await this.outbox.enqueue(tx, leadReceivedMail({ person, lead, at, url }, words));
  }
}

/** Only unit and day of the first report are told, never what it says. */
function alreadyReported({ unitName, submittedAt }: DuplicateCandidate): FieldProblem {
  return problem('uscc', 'alreadyReported', { unit: unitName, day: beijingDay(submittedAt) });
}

function pressOf(leadId: string, key: string): string {
  return digestOfText(`${leadId} ${key}`);
}
