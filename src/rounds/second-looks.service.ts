import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { askedInOrder, secondLookRefusal } from '../domain/round/second-look';
import type { RuleSet } from '../domain/rubric/rule-set';
import { canonical } from '../domain/shared/canonical';
import type { Refusal } from '../domain/shared/refusal';
import { carriedFrom } from '../domain/tally/carried';
import { LeadsQueries } from '../leads/leads.queries';
import { EarlierResults } from './earlier-results.service';
import type { RoundItem } from './round.entity';

/** What an item of a second look has beside the others. */
export type PlannedLook = Pick<RoundItem, 'carriesFromId' | 'asked'>;

/** What of a plan concerns second looks. */
export interface LookPlan {
  readonly rubricVersionId: string;
  readonly leadIds: readonly string[];
  /** By lead: the criteria asked. */
  readonly secondLooks?: Readonly<Record<string, readonly string[]>>;
}

/** Items of which only some criteria are asked: planned by the secretariat, fixed when their round opens. */
@Injectable()
export class SecondLooks {
  constructor(
    private readonly earlier: EarlierResults,
    private readonly leads: LeadsQueries,
  ) {}

  /** What is wrong with the second looks of a plan, the first of it. */
  async problem(source: Source, plan: LookPlan, rules: RuleSet): Promise<Refusal | null> {
    const looks = looksOf(plan);
    const earlier = await this.results(source, looks);
    const cards = await this.leads.cards(
      source,
      looks.map(([leadId]) => leadId),
    );
    for (const [leadId, asked] of looks) {
      const card = cards.get(leadId);
      const lead = card === undefined ? '' : `${card.number}《${card.title}》`;
      const { rubricVersionId } = plan;
      const refusal = secondLookRefusal(asked, earlier.get(leadId), { lead, rubricVersionId, rules });
      if (refusal !== null) return refusal;
    }
    return null;
  }

  /** By lead, of a plan without problems. Where every criterion is asked it is no second look. */
  async planned(source: Source, plan: LookPlan): Promise<ReadonlyMap<string, PlannedLook>> {
    const looks = looksOf(plan);
    const earlier = await this.results(source, looks);
    return new Map(
      looks.flatMap(([leadId, asked]): [string, PlannedLook][] => {
        const result = earlier.get(leadId);
        const own = result === undefined ? null : askedInOrder(asked, result);
        if (result === undefined || own === null) return [];
        return [[leadId, { carriesFromId: result.outcomeId, asked: canonical(own) }]];
      }),
    );
  }

  /**
   * What each second look carries over, as canonical JSON by the id of its item.
   * @throws Error where the outcome it was planned on is not the newest of its lead any more
   */
  async carried(source: Source, items: readonly RoundItem[]): Promise<ReadonlyMap<string, string>> {
    const looks = items.filter(({ carriesFromId }) => carriesFromId !== null);
    const earlier = await this.earlier.of(
      source,
      looks.map(({ leadId }) => leadId),
    );
    return new Map(
      looks.map(({ id, leadId, carriesFromId, asked }): [string, string] => {
        const result = earlier.get(leadId);
        if (result?.outcomeId !== carriesFromId) throw new Error(`item ${id} carries over from no result`);
        const codes = JSON.parse(asked ?? '[]') as string[];
        return [id, canonical(carriedFrom(result.record, result.roundNumber, codes))];
      }),
    );
  }

  private results(source: Source, looks: Looks): ReturnType<EarlierResults['of']> {
    return this.earlier.of(
      source,
      looks.map(([leadId]) => leadId),
    );
  }
}

type Looks = readonly (readonly [leadId: string, asked: readonly string[]])[];

/** Of the leads that are in the plan: a box ticked beside a lead that was left out asks nothing. */
function looksOf({ secondLooks = {}, leadIds }: LookPlan): Looks {
  return Object.entries(secondLooks).filter(([leadId]) => leadIds.includes(leadId));
}
