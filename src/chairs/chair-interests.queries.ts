import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import type { Interest } from '../domain/round/interests';
import { suggestRecusals } from '../domain/round/recusal-suggestions';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { PeopleQueries } from '../people/people.queries';
import type { ItemChair } from './chairs.queries';

/** An interest with the person's unit and its business, which some grounds name; null for a unit in no business. */
export interface ChairInterest extends Interest {
  readonly unitName: string;
  readonly industryCode: string | null;
}

/** What the facts say of those who would preside: the same grounds as for the seats of the panel. */
@Injectable()
export class ChairInterestsQueries {
  constructor(
    private readonly people: PeopleQueries,
    private readonly leads: LeadInterestsQueries,
  ) {}

  /** By item, for whoever is not recused from it yet; no more statements for many items than for one. */
  async suggested(source: Source, roundId: string, items: readonly ItemChair[]): Promise<ChairInterest[]> {
    const ids = [...new Set(items.flatMap(({ line }) => line.map(({ personId }) => personId)))];
    const people = await this.people.byIds(ids, source);
    const units = await this.people.unitTies(source);
    const ties = await this.leads.ties(
      source,
      items.map(({ leadId }) => leadId),
      roundId,
    );
    const found = suggestRecusals(
      [...people.values()].map(({ id, account, name, email, mobile, unitId }) => {
        const unit = units.get(unitId);
        return { seatId: '', personId: id, account, name, email, mobile, units: unit ? [unit] : [] };
      }),
      items.flatMap(({ itemId, leadId }) => {
        const own = ties.get(leadId);
        return own ? [{ itemId, ...own }] : [];
      }),
    );
    const standing = new Set(
      items.flatMap(({ itemId, line }) =>
        line.filter(({ isRecused }) => !isRecused).map(({ personId }) => `${itemId} ${personId}`),
      ),
    );
    return found
      .filter(({ itemId, personId }) => standing.has(`${itemId} ${personId}`))
      .map((interest) => {
        const { unitId = '', unitName = '' } = people.get(interest.personId) ?? {};
        return { ...interest, unitName, industryCode: units.get(unitId)?.industryCode ?? null };
      });
  }
}
