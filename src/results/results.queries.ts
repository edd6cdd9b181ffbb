import { Injectable } from '@nestjs/common';
import { VetoesQueries, type VetoRead } from '../ballots/vetoes.queries';
import { ChairsQueries, type ItemChair } from '../chairs/chairs.queries';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { fromRecord, type TallyRecord } from '../domain/tally/tally-record';
import type { TallyResult } from '../domain/tally/tally-result';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { LeadsQueries, type LeadCard, type RevisionContent } from '../leads/leads.queries';
import { LedgerHead } from '../ledger/ledger-head.entity';
import { PaperBallotsQueries, type CountedPaper } from '../paper-ballots/paper-ballots.queries';
import type { AdmissionCondition } from './condition.entity';
import { ConditionsQueries } from './conditions.queries';
import {
  HistoriesQueries,
  type LaterDecision,
  type EarlierJudgement,
  type StandingOverride,
} from './histories.queries';
import { Letter } from './letter.entity';
import type { LetterContent } from './letter-content';
import { OutcomeRow } from './outcome.entity';
import type { RoundMaterial } from './tallies';
import { TalliesQueries } from './tallies.queries';

/** An item of a closed round: its lead as it was judged, its outcome with the figures, its letter once there is one. */
export interface ResultItem {
  readonly outcome: OutcomeRow;
  readonly result: TallyResult;
  readonly lead: LeadCard;
  readonly revision: RevisionContent | null;
  readonly letter: { readonly id: string; readonly number: string } | null;
  /** How often this lead had been sent back for material before. */
  readonly resubmissions: number;
  /** Every veto on it, whatever became of it. */
  readonly vetoes: readonly VetoRead[];
  /** The leading group's newest decision in the place of this outcome, taken before the announcement. */
  readonly override: StandingOverride | null;
  /** Conditions set on this item. */
  readonly conditions: readonly AdmissionCondition[];
  /** What other rounds made of this lead, the newest first. */
  readonly earlier: readonly EarlierJudgement[];
  /** What was decided of this item after its announcement, the oldest first. */
  readonly later: readonly LaterDecision[];
  /** Who presides over it, or did until the announcement. */
  readonly chair: ItemChair;
}

export interface RoundResults {
  /** Ballots that count and were entered from paper, by whom; never what they say. */
  readonly papers: readonly CountedPaper[];
  readonly material: RoundMaterial;
  /** From the best to the worst. */
  readonly items: readonly ResultItem[];
  /** The ledger's head that was fixed when the round closed, for the last time where it was reopened. */
  readonly head: { readonly seq: number; readonly hash: string } | null;
}

export interface ReleasedLetter {
  readonly letter: Letter;
  readonly content: LetterContent;
}

/** Under which cause the ledger's head is kept when a round closes. */
export const closingCause = (roundNumber: string): string => `round.closed ${roundNumber}`;

/** Reads results. Before a round has closed there is nothing to read, for nobody. */
@Injectable()
export class ResultsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly tallies: TalliesQueries,
    private readonly leads: LeadsQueries,
    private readonly vetoes: VetoesQueries,
    private readonly conditions: ConditionsQueries,
    private readonly histories: HistoriesQueries,
    private readonly interests: LeadInterestsQueries,
    private readonly chairs: ChairsQueries,
    private readonly paperBallots: PaperBallotsQueries,
  ) {}

  /**
   * Everything about the results of a round, in a fixed number of queries; until the announcement without the items
   * in which the viewer has an interest.
   * @throws Refused 404 'roundNotFound', also for whoever may not see results; 409 'resultsNotYet' before closing
   */
  async round(viewer: Viewer, roundId: string, source: Source = this.reader): Promise<RoundResults> {
    if (!holds(viewer, 'secretariat', 'inspector', 'leadingGroup'))
      throw new Refused(refuse('noSuchResults'), 404);
    const state = await source.one<{ state: string }>(sql`select state from round where id = ${roundId}`);
    if (state === null) throw new Refused(refuse('noSuchResults'), 404);
    if (state.state === 'voided') throw new Refused(refuse('roundVoided'), 409);
    if (state.state !== 'closed' && state.state !== 'announced')
      throw new Refused(refuse('resultsNotYet'), 409);
    const results = await this.closedRound(source, roundId);
    if (state.state === 'announced') return results;
    const leadIds = results.items.map(({ lead }) => lead.id);
    const kept = await this.interests.keptFrom(source, viewer, leadIds);
    return { ...results, items: results.items.filter(({ lead }) => !kept.has(lead.id)) };
  }

  /** The results of a closed round for services, within their unit of work. */
  async closedRound(source: Source, roundId: string): Promise<RoundResults> {
    const material = await this.tallies.material(source, roundId);
    const outcomes = await source.find(OutcomeRow, sql`where round_id = ${roundId} order by position`);
    const leadIds = outcomes.map(({ leadId }) => leadId);
    const cards = await this.leads.cards(source, leadIds);
    const pinned = material.items.flatMap(({ leadRevisionId }) => leadRevisionId ?? []);
    const revisions = await this.leads.revisions(source, pinned);
    const letters = await this.letters(source, roundId);
    const back = await this.histories.timesSentBack(source, leadIds, roundId);
    const conditions = await this.conditions.ofLeads(leadIds, source);
    const history = await this.histories.ofRound(source, roundId, leadIds);
    const revisionOf = new Map(material.items.map(({ id, leadRevisionId }) => [id, leadRevisionId ?? '']));
    const vetoes = await this.vetoes.ofRound(source, roundId);
    const papers = await this.paperBallots.counted(source, roundId);
    const { announcedAt } = material.round;
    const chairs = await this.chairs.ofRound(material.round, source, announcedAt ?? undefined);
    return {
      material,
      papers,
      items: outcomes.map((outcome) => ({
        outcome,
        result: fromRecord(JSON.parse(outcome.record) as TallyRecord, material.rules.content),
        lead: found(cards, outcome.leadId),
        revision: revisions.get(revisionOf.get(outcome.itemId) ?? '') ?? null,
        letter: letters.get(outcome.id) ?? null,
        resubmissions: back.get(outcome.leadId) ?? 0,
        vetoes: vetoes.filter(({ itemId }) => itemId === outcome.itemId),
        override: history.overrides.get(outcome.id) ?? null,
        conditions: (conditions.get(outcome.leadId) ?? []).filter(({ itemId }) => itemId === outcome.itemId),
        earlier: history.earlier.get(outcome.leadId) ?? [],
        later: history.later.get(outcome.id) ?? [],
        chair: chairOf(chairs, outcome.itemId),
      })),
      head: await source.findOne(
        LedgerHead,
        sql`where cause = ${closingCause(material.round.number)} order by seq desc limit 1`,
      ),
    };
  }

  /**
   * A released letter, for the scout it was written to and for those who may see results.
   * @throws Refused 404 for anybody else, and where there is none
   */
  async letter(viewer: Viewer, letterId: string): Promise<ReleasedLetter> {
    const letter = await this.reader.findOne(Letter, sql`where id = ${letterId} and released_at is not null`);
    const mayRead = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
    if (letter === null) throw new Refused(refuse('noSuchLetter'), 404);
    const keptFrom = { type: 'letter', id: letterId };
    if (!mayRead && letter.scoutId !== viewer.personId)
      throw new Refused(refuse('noSuchLetter'), 404, keptFrom);
    const kept = await this.interests.keptFrom(this.reader, viewer, [letter.leadId]);
    if (kept.size > 0) throw new Refused(refuse('noSuchLetter'), 404, keptFrom);
    return { letter, content: JSON.parse(letter.content) as LetterContent };
  }

  /** The letters about a lead that its scout may open, the newest first; for the lead's page. */
  async lettersOfLead(
    leadId: string,
    source: Source = this.reader,
  ): Promise<{ id: string; number: string }[]> {
    return source.rows(
      sql`select id, number from letter where lead_id = ${leadId} and released_at is not null
          order by released_at desc, serial desc`,
    );
  }

  private async letters(
    source: Source,
    roundId: string,
  ): Promise<Map<string, { id: string; number: string }>> {
    const rows = await source.rows<{ id: string; number: string; outcomeId: string }>(
      sql`select id, number, outcome_id as "outcomeId" from letter
          where round_id = ${roundId} and decision_id is null`,
    );
    return new Map(rows.map(({ outcomeId, ...letter }) => [outcomeId, letter]));
  }
}

function chairOf(chairs: ReadonlyMap<string, ItemChair>, itemId: string): ItemChair {
  const chair = chairs.get(itemId);
  if (chair === undefined) throw new Error(`an outcome of an item that does not exist: ${itemId}`);
  return chair;
}

function found(cards: ReadonlyMap<string, LeadCard>, leadId: string): LeadCard {
  const card = cards.get(leadId);
  if (card === undefined) throw new Error(`an outcome of a lead that does not exist: ${leadId}`);
  return card;
}
