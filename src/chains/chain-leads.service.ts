import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Sql, sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { leadKey, segmentKeys } from '../domain/chain/chain';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { chainLeadMail } from './chain-lead.mail';
import { WantedMarksService } from './wanted-marks.service';
import { Chain, ChainLead, ChainSegment } from './chain.entity';
import { chainName } from './chains.queries';

/** What a chain has to know of a lead that is handed in. */
export interface HandedIn {
  readonly leadId: string;
  readonly number: string;
  readonly scoutId: string;
  /** Of this submission; the keeper is told of the first alone. */
  readonly revision: number;
  readonly chain: string | null;
  readonly title: string | null;
  readonly summary: string | null;
}

/** Places submitted leads on the chain and the segments they speak of. */
@Injectable()
export class ChainLeadsService {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly marks: WantedMarksService,
  ) {}

  /** In the unit of the submission: the lead's place, and a mail to the chain's keeper when it is new. */
  async handedIn(tx: Tx, lead: HandedIn): Promise<void> {
    await this.place(tx, lead);
    await this.marks.renew(tx, lead.leadId);
  }

  private async place(tx: Tx, lead: HandedIn): Promise<void> {
    await tx.run(sql`delete from chain_lead_segment where lead_id = ${lead.leadId}`);
    await tx.run(sql`delete from chain_lead where lead_id = ${lead.leadId}`);
    const chain = await tx.findOne(Chain, sql`where code = ${lead.chain}`);
    if (chain === null) return;
    await tx.insert(ChainLead, { leadId: lead.leadId, chainId: chain.id, textKey: leadKey(lead) });
    const segments = await tx.find(ChainSegment, sql`where chain_id = ${chain.id} order by id`);
    for (const segment of segments) await this.link(tx, segment, sql`chain_lead.lead_id = ${lead.leadId}`);
    if (lead.revision === 1) await this.tellKeeper(tx, chain, lead);
  }

  /** After a segment was added or changed: which leads of its chain speak of it. */
  async relink(tx: Tx, segment: ChainSegment): Promise<void> {
    await tx.run(sql`delete from chain_lead_segment where segment_id = ${segment.id}`);
    await this.link(tx, segment, sql`chain_lead.chain_id = ${segment.chainId}`);
  }

  /** One statement, however many leads: keys hold letters and digits only, so none of them is a pattern. */
  private async link(tx: Tx, segment: ChainSegment, which: Sql): Promise<void> {
    const keys = segmentKeys(segment);
    if (keys.length === 0) return;
    const spoken = sql.join(
      keys.map((key) => sql`chain_lead.text_key like ${`%${key}%`}`),
      ' or ',
    );
    await tx.run(sql`insert into chain_lead_segment (lead_id, segment_id)
      select chain_lead.lead_id, ${segment.id} from chain_lead where ${which} and (${spoken})`);
  }

  private async tellKeeper(tx: Tx, chain: Chain, { number, scoutId }: HandedIn): Promise<void> {
    if (chain.keeperId === null || chain.keeperId === scoutId) return;
    const person = await this.people.byId(chain.keeperId, tx);
    if (person === null || person.disabledAt !== null) return;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const url = `${this.config.BASE_URL}/chains/${chain.id}`;
    const mail = chainLeadMail({ person, chain: chainName(chain, words.locale), number, url }, words);
    await this.outbox.enqueue(tx, mail);
  }
}
