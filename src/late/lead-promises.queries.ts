import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { recordRefusal } from '../domain/promise/records';
import type { SectionView } from '../http/views/section';
import { LeadAccessQueries, type SeenLead } from '../leads/lead-access.queries';
import { LeadSections } from '../leads/lead-sections.service';
import { PromisePause } from '../promises/pause.entity';
import { PromiseTimes } from '../promises/promise-times.service';
import { LateQueries, type LateList } from './late.queries';
import { promiseSection } from './lead-promises.views';
import { PromiseRecord, RECORD_KINDS, type RecordKind } from './record.entity';

/** What the page of a lead's promises shows. */
export interface LeadPromisesPage {
  readonly lead: SeenLead['lead'];
  readonly list: LateList;
  readonly records: readonly PromiseRecord[];
  readonly pauses: readonly PromisePause[];
  /** The records this person may make now. */
  readonly mayRecord: readonly RecordKind[];
  readonly mayAsk: boolean;
  readonly mayDecide: boolean;
  readonly viewer: Viewer;
  readonly key: string;
}

/** Reads the promises of one lead for its own page and for the section beside the lead. */
@Injectable()
export class LeadPromisesQueries implements OnModuleInit {
  constructor(
    private readonly reader: Reader,
    private readonly access: LeadAccessQueries,
    private readonly sections: LeadSections,
    private readonly late: LateQueries,
    private readonly times: PromiseTimes,
  ) {}

  onModuleInit(): void {
    this.sections.register({ ofLead: (viewer, seen) => this.section(viewer, seen) });
  }

  /** @throws Refused 404 for who may not see the lead */
  async page(viewer: Viewer, id: string, key: string): Promise<LeadPromisesPage> {
    const { lead } = await this.access.see(viewer, id);
    const [list, records, pauses] = await Promise.all([
      this.late.ofLead(id),
      this.reader.find(PromiseRecord, sql`where lead_id = ${id} order by at desc, id desc limit 200`),
      this.times.pauses([id]),
    ]);
    return {
      lead,
      list,
      records,
      pauses: [...pauses].reverse(),
      mayRecord: RECORD_KINDS.filter((kind) => recordRefusal(viewer, lead, { kind }) === null),
      mayAsk: holds(viewer, 'secretariat', 'host', 'supporter') || lead.scoutId === viewer.personId,
      mayDecide: holds(viewer, 'secretariat', 'leadingGroup'),
      viewer,
      key,
    };
  }

  private async section(viewer: Viewer, { lead }: SeenLead): Promise<SectionView | null> {
    if (lead.submittedAt === null) return null;
    const list = await this.late.ofLead(lead.id);
    const own = lead.scoutId === viewer.personId;
    return (words) => promiseSection(lead.id, list, own, words);
  }
}
