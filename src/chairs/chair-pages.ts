import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { LeadsQueries } from '../leads/leads.queries';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import { ChairInterestsQueries } from './chair-interests.queries';
import { ChairsQueries } from './chairs.queries';
import { ownRecusalView } from './chair-recusal.views';
import { chairsView, type ChairRound, type SentChairForm } from './chairs.views';

/** The pages of who presides; a form that has to be corrected comes back with what was typed (422). */
@Injectable()
export class ChairPages {
  constructor(
    private readonly reader: Reader,
    private readonly chairs: ChairsQueries,
    private readonly leads: LeadsQueries,
    private readonly people: PeopleQueries,
    private readonly interests: ChairInterestsQueries,
  ) {}

  /** @throws Refused 404 for no such round */
  async round(
    viewer: Viewer,
    id: string,
    words: Words,
    sent: SentChairForm | null = null,
  ): Promise<PageAnswer> {
    const round = await this.find(id);
    const items = [...(await this.chairs.ofRound(round)).values()];
    const mayAct = holds(viewer, 'secretariat');
    const facts = {
      round,
      items,
      leads: await this.leads.cards(
        this.reader,
        items.map(({ leadId }) => leadId),
      ),
      recusals: await this.chairs.recusals(id),
      standIns: await this.chairs.standIns(id),
      leaders: await this.people.withRole('leadingGroup'),
      mayAct,
      suggested: mayAct ? await this.interests.suggested(this.reader, id, items) : [],
      sent,
    };
    return page('chairs/round', chairsView(facts, words), { status: sent === null ? 200 : 422 });
  }

  /** @throws Refused 404 for whoever does not preside over such an item */
  async own(
    viewer: Viewer,
    id: string,
    itemId: string,
    words: Words,
    sent: { readonly reason: string; readonly error: string } = { reason: '', error: '' },
  ): Promise<PageAnswer> {
    const round = await this.find(id);
    const item = await this.chairs.ofItem(round, itemId);
    if (item?.presiding?.personId !== viewer.personId) throw new Refused(refuse('notFound'), 404);
    const next = item.line.find((one) => one.personId !== viewer.personId && !one.isRecused && one.isAble);
    const model = ownRecusalView({ round, item, next: next ?? null, ...sent }, words);
    return page('chairs/recusal', model, { status: sent.error === '' ? 200 : 422 });
  }

  private async find(id: string): Promise<ChairRound> {
    const round = /^[0-9a-z]{26}$/.test(id)
      ? await this.reader.one<ChairRound>(
          sql`select id, number, title, state, panel_id as "panelId" from round where id = ${id}`,
        )
      : null;
    if (round === null) throw new Refused(refuse('notFound'), 404);
    return round;
  }
}
