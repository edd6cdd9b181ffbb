import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Pair } from '../domain/assignment/assignment';
import { hasReported, interestGrades, isSerious } from '../domain/round/interest-grades';
import { standingOf, type Interest, type InterestStanding } from '../domain/round/interests';
import { suggestRecusals, type SeatPerson, type UnitTies } from '../domain/round/recusal-suggestions';
import { groundsOf, LeadInterest } from '../leads/lead-interest.entity';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { PanelsQueries, type SeatRead } from '../panels/panels.queries';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { keyOf, type InterestKey } from './interest-key';
import { RoundItem, type Round } from './round.entity';

/** An interest with how it stands; `byRule` where nobody has to decide. */
export interface InterestRead extends Interest {
  readonly leadId: string;
  readonly standing: 'byRule' | InterestStanding;
  readonly reason: string;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  /** Whether the person holds the seat, and does not only stand in for its holder. */
  readonly isHolder: boolean;
  /** Whether there is still a ground for it, or somebody's word. */
  readonly isFound: boolean;
  /** More than nearness, as the city grades its grounds. */
  readonly isSerious: boolean;
}

type ActiveSeat = SeatRead & { holderId: string; holderName: string };

/** Everything that is known of the interests of a panel in the leads of a planned round. */
export interface InterestsRead {
  readonly items: readonly RoundItem[];
  readonly seats: readonly ActiveSeat[];
  readonly people: ReadonlyMap<string, PersonCard>;
  readonly interests: readonly InterestRead[];
}

/** Reads interests: what the facts suggest and what has been recorded, in the same number of statements for any size. */
@Injectable()
export class InterestsQueries {
  constructor(
    private readonly leads: LeadInterestsQueries,
    private readonly panels: PanelsQueries,
    private readonly people: PeopleQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  /** Of a round that has not been opened: the panel and the leads as they are now. */
  async planned(source: Source, round: Pick<Round, 'id' | 'panelId'>): Promise<InterestsRead> {
    const items = await source.find(RoundItem, sql`where round_id = ${round.id} order by position`);
    const seats = await this.panels.activeSeats(source, round.panelId);
    const people = await this.people.byIds(
      seats.flatMap(({ holderId, alternateId }) => [
        holderId,
        ...(alternateId === null ? [] : [alternateId]),
      ]),
      source,
    );
    const units = await this.people.unitTies(source);
    const ties = await this.leads.ties(
      source,
      items.map(({ leadId }) => leadId),
      round.id,
    );
    const found = suggestRecusals(
      seats.flatMap((seat) => peopleOf(seat, people, units)),
      items.flatMap(({ id: itemId, leadId }) => {
        const own = ties.get(leadId);
        return own === undefined ? [] : [{ itemId, ...own }];
      }),
    );
    const recorded = await this.leads.ofRound(source, round.id);
    const leadOf = new Map(items.map(({ id, leadId }) => [id, leadId]));
    const holders = new Set(seats.map(({ id, holderId }) => `${id} ${holderId}`));
    const grades = await this.settings.value(interestGrades, source);
    const read = (interest: Interest, row: LeadInterest | undefined, isFound: boolean): InterestRead => ({
      ...interest,
      leadId: leadOf.get(interest.itemId) ?? '',
      standing: standingOf(
        interest.grounds,
        row ? { standing: row.standing, grounds: groundsOf(row) } : null,
        grades,
      ),
      reason: row?.reason ?? '',
      decidedAt: row?.decidedAt ?? null,
      decidedBy: row?.decidedBy ?? null,
      isHolder: holders.has(`${interest.seatId} ${interest.personId}`),
      isFound,
      isSerious: isSerious(interest.grounds, grades),
    });
    const rowOf = new Map(recorded.map((row) => [keyOf(row), row]));
    const live = new Set(found.map(keyOf));
    const told = recorded.filter((row) => !live.has(keyOf(row)));
    return {
      items,
      seats,
      people,
      interests: [
        ...found.map((interest) =>
          read(withTold(interest, rowOf.get(keyOf(interest))), rowOf.get(keyOf(interest)), true),
        ),
        ...told.map((row) =>
          read({ ...keysOf(row), grounds: groundsOf(row) }, row, row.standing === 'confirmed'),
        ),
      ],
    };
  }

  /** How many serious interests of a planned round nobody has confirmed or dismissed. */
  async undecided(source: Source, round: Pick<Round, 'id' | 'panelId'>): Promise<number> {
    return undecidedOf((await this.planned(source, round)).interests).length;
  }

  /** Seats that must not judge an item, whoever else may: their holder reported it or has a confirmed interest. */
  async kept(source: Source, round: Pick<Round, 'id' | 'panelId'>): Promise<Pair[]> {
    return keptPairs((await this.planned(source, round)).interests);
  }
}

/** What has to be confirmed or dismissed before the round opens. */
export function undecidedOf(interests: readonly InterestRead[]): InterestRead[] {
  return interests.filter(
    ({ standing, isSerious: serious, isFound }) => isFound && standing === 'open' && serious,
  );
}

/** Recused by a rule of the city, from the planning on; whoever reported the lead goes on reading their own report. */
export function excludedOf(interests: readonly InterestRead[]): InterestRead[] {
  return interests.filter(({ standing, grounds }) => standing === 'byRule' && !hasReported(grounds));
}

export function keptPairs(interests: readonly InterestRead[]): Pair[] {
  return interests
    .filter(({ isHolder, standing }) => isHolder && (standing === 'byRule' || standing === 'confirmed'))
    .map(({ seatId, itemId }) => ({ seatId, itemId }));
}

const keysOf = ({ itemId, seatId, personId }: InterestKey): InterestKey => ({ itemId, seatId, personId });

/** What a person has told the secretariat stays a ground beside those that the facts give. */
function withTold(interest: Interest, row: LeadInterest | undefined): Interest {
  if (row === undefined || !groundsOf(row).includes('told')) return interest;
  return { ...interest, grounds: [...interest.grounds, 'told'] };
}

function peopleOf(
  seat: ActiveSeat,
  people: ReadonlyMap<string, PersonCard>,
  units: ReadonlyMap<string, UnitTies>,
): SeatPerson[] {
  return [seat.holderId, seat.alternateId].flatMap((personId): SeatPerson[] => {
    const person = personId === null ? undefined : people.get(personId);
    if (person === undefined || person.disabledAt !== null) return [];
    const { id, account, name, email, mobile, unitId } = person;
    const own = [...new Set([unitId, seat.unitId])].flatMap((unit) => units.get(unit) ?? []);
    return [{ seatId: seat.id, personId: id, account, name, email, mobile, units: own }];
  });
}
