import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { presiding, type ChairPerson, type ChairPost } from '../domain/panel/chair';
import type { Instant } from '../domain/shared/instant';
import { PanelsQueries, type PanelAsOf } from '../panels/panels.queries';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { ChairRecusal, ChairStandIn } from './chair.entity';

/** Who may come to preside over one item, and who does. */
export interface ItemChair {
  readonly itemId: string;
  readonly leadId: string;
  readonly position: number;
  /** Chair, deputy, those named for the item, the newest first. */
  readonly line: readonly ChairPerson[];
  /** Null where none of them is left. */
  readonly presiding: ChairPerson | null;
}

/** A round of which somebody asks who presides. */
interface AskedRound {
  readonly id: string;
  readonly panelId: string;
}

interface ItemRow {
  id: string;
  leadId: string;
  position: number;
}

/** Reads who presides over the items of rounds. Whatever asks for the chair of an item asks here, not the panel. */
@Injectable()
export class ChairsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly panels: PanelsQueries,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * By item, in the same number of statements whatever their number. Recused is who reported the lead, alone or with
   * others, who has an interest that is confirmed or undecided, and of whom one was noted.
   * @param at of which time chair and deputy are; left out, those of now
   */
  async ofRound(
    round: AskedRound,
    source: Source = this.reader,
    at: Instant = this.clock.now(),
  ): Promise<ReadonlyMap<string, ItemChair>> {
    const items = await source.rows<ItemRow>(
      sql`select id, lead_id as "leadId", position from round_item where round_id = ${round.id} order by position`,
    );
    return this.ofItems(
      { id: round.id, panel: await this.panels.asOf(round.panelId, at, source), items },
      source,
    );
  }

  /** The same for whoever has read the panel and the items of the round already: three statements. */
  async ofItems(
    round: {
      readonly id: string;
      readonly panel: Pick<PanelAsOf, 'chairId' | 'deputyId'> | null;
      readonly items: readonly ItemRow[];
    },
    source: Source = this.reader,
  ): Promise<ReadonlyMap<string, ItemChair>> {
    const { panel, items } = round;
    const named = await source.find(
      ChairStandIn,
      sql`where round_id = ${round.id} order by item_id, position desc`,
    );
    const posts: [string, ChairPost][] = [
      ...(panel === null ? [] : [[panel.chairId, 'chair'] as [string, ChairPost]]),
      ...(panel?.deputyId ? [[panel.deputyId, 'deputy'] as [string, ChairPost]] : []),
    ];
    const ids = [...posts.map(([id]) => id), ...named.map(({ personId }) => personId)];
    const people = await this.people.byIds(ids, source);
    const recused = await this.recused(source, items, people);
    const personOf = (itemId: string, personId: string, post: ChairPost): ChairPerson => {
      const person = people.get(personId);
      return {
        personId,
        name: person?.name ?? '',
        post,
        isRecused: recused.has(`${itemId} ${personId}`),
        isAble: person !== undefined && person.disabledAt === null && person.roles.includes('leadingGroup'),
      };
    };
    return new Map(
      items.map(({ id: itemId, leadId, position }) => {
        const line = [
          ...posts.map(([personId, post]) => personOf(itemId, personId, post)),
          ...named
            .filter((one) => one.itemId === itemId)
            .map(({ personId }) => personOf(itemId, personId, 'standIn')),
        ];
        return [itemId, { itemId, leadId, position, line, presiding: presiding(line) }];
      }),
    );
  }

  /** Of one item; null where the round has no such item. */
  async ofItem(round: AskedRound, itemId: string, source: Source = this.reader): Promise<ItemChair | null> {
    return (await this.ofRound(round, source)).get(itemId) ?? null;
  }

  /** The interests that were noted of those who would preside, in the order they were. */
  recusals(roundId: string, source: Source = this.reader): Promise<ChairRecusal[]> {
    return source.find(ChairRecusal, sql`where round_id = ${roundId} order by noted_at, id`);
  }

  /** Who was named to preside, in the order they were. */
  standIns(roundId: string, source: Source = this.reader): Promise<ChairStandIn[]> {
    return source.find(ChairStandIn, sql`where round_id = ${roundId} order by named_at, id`);
  }

  /** `item person` for each that is recused from it. */
  private async recused(
    source: Source,
    items: readonly ItemRow[],
    people: ReadonlyMap<string, PersonCard>,
  ): Promise<ReadonlySet<string>> {
    if (people.size === 0 || items.length === 0) return new Set();
    const [these, leads] = [sql.list([...people.keys()]), sql.list(items.map(({ leadId }) => leadId))];
    const known = await source.rows<{ leadId: string; personId: string }>(
      sql`select lead_id as "leadId", person_id as "personId" from lead_interest
          where person_id in ${these} and lead_id in ${leads} and (keeps_away = 1 or standing = 'confirmed')
          union select lead_id, person_id from chair_recusal
          where person_id in ${these} and lead_id in ${leads}
          union select id, scout_id from lead where id in ${leads} and scout_id in ${these}
          union select lead_id, person_id from co_scout
          where person_id in ${these} and lead_id in ${leads} and state in ('asked', 'confirmed')`,
    );
    const found = new Set(known.map(({ leadId, personId }) => `${leadId} ${personId}`));
    return new Set(
      items.flatMap(({ id, leadId }) =>
        [...people.keys()]
          .filter((personId) => found.has(`${leadId} ${personId}`))
          .map((personId) => `${id} ${personId}`),
      ),
    );
  }
}
