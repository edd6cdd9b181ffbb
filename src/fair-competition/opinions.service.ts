import type { Readable } from 'node:stream';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { mayGiveOpinion, opinionFault, type OpinionGiven } from '../domain/fair-competition/gate';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { FileReaders } from '../files/file-readers';
import { FilesService, type ReceivedFile } from '../files/files.service';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { Lead } from '../leads/lead.entity';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { FairCompetitionQueries, findingsText } from './fair-competition.queries';
import { FairCompetitionOpinion, sealOfOpinion } from './opinion.entity';

/** An opinion as its form sends it. */
export interface OpinionSent extends OpinionGiven {
  readonly sentKey: string;
}

/** Records opinions on what leads ask for. */
@Injectable()
export class OpinionsService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly files: FilesService,
    private readonly readers: FileReaders,
    private readonly access: LeadAccessQueries,
    private readonly people: PeopleQueries,
    private readonly gate: FairCompetitionQueries,
  ) {}

  onModuleInit(): void {
    this.readers.register('fairCompetitionOpinion', {
      mayRead: async (viewer, { subjectId }) => {
        try {
          await this.access.see(viewer, subjectId);
          return true;
        } catch (error) {
          if (error instanceof Refused) return false;
          throw error;
        }
      },
    });
  }

  /** Takes the document in, before anything is recorded. @throws Refused 422; FileTooLarge (413) */
  receive(bytes: Readable | Buffer, name: string): Promise<ReceivedFile> {
    return this.files.receive(bytes, name);
  }

  /**
   * Gives an opinion on what the lead asks for as submitted last. The lead is locked, so that no round opens with it
   * meanwhile.
   * @throws Refused 404 for who may not see the lead; 409 'notAReviewer', 'opinionOnOwnLead', 'opinionNotNow',
   * 'nothingToReview'; 422 what `opinionFault` says
   */
  give(viewer: Viewer, leadId: string, sent: OpinionSent, file: ReceivedFile | null): Promise<void> {
    return this.work.run(async (tx) => {
      const { lead } = await this.access.see(viewer, leadId, tx);
      await tx.findOne(Lead, sql`where id = ${leadId}${tx.forUpdate}`);
      const known = sql`where lead_id = ${leadId} and sent_key = ${sent.sentKey}`;
      if ((await tx.findOne(FairCompetitionOpinion, known)) !== null) return;
      const unit = await this.people.unit(viewer.unitId, tx);
      insist(mayGiveOpinion(viewer, unit?.code ?? '', lead, await this.gate.rules(tx)));
      insist(opinionFault(sent), 422);
      const gate = (await this.gate.ofLeads(tx, [leadId])).get(leadId);
      if (gate === undefined || gate.requests.length === 0) throw new Refused(refuse('nothingToReview'), 409);
      const actor = actorOf(viewer);
      const owner = { subject: { type: 'fairCompetitionOpinion', id: leadId }, actor };
      const stored = file === null ? null : await this.files.record(tx, file, owner);
      const row: FairCompetitionOpinion = {
        id: this.ids.next(),
        leadId,
        revision: lead.revision,
        requestsDigest: gate.requestsDigest,
        findings: findingsText(gate.requests),
        verdict: sent.verdict,
        basis: sent.basis.trim(),
        text: sent.text.trim(),
        documentNo: sent.documentNo.trim(),
        fileId: stored?.id ?? null,
        byId: viewer.personId,
        byLabel: actor.label.slice(0, 140),
        at: this.clock.now(),
        sentKey: sent.sentKey,
      };
      await tx.insert(FairCompetitionOpinion, row);
      const facts = { lead: lead.number ?? '', verdict: row.verdict, document: row.documentNo };
      const kind = 'fairCompetition.opinionGiven';
      await this.ledger.seal(tx, 'fairCompetitionOpinion', row.id, sealOfOpinion(row), {
        kind,
        actor,
        facts,
      });
    });
  }
}
