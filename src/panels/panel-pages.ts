import { Injectable } from '@nestjs/common';
import { page, PageAnswer } from '../http/answers';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import type { PanelIdentity } from './panel-identity.service';
import type { FormErrors, TypedPanel, TypedSeat } from './panel.form';
import { panelFormView, type SeatChoices } from './panel-form.views';
import { panelView } from './panel.views';
import type { PanelRead, SeatRead } from './panels.queries';
import { seatView } from './seat.views';

/** A form as it was sent, and what is wrong with it. */
export interface Sent<Typed> {
  readonly typed: Typed;
  readonly errors: FormErrors;
}

/** The pages on which panels are set up and changed, each with the people and units to choose from. */
@Injectable()
export class PanelPages {
  constructor(private readonly people: PeopleQueries) {}

  /** The form for a new panel; 422 when something is wrong with it. */
  async form(sent: Sent<TypedPanel>, words: Words): Promise<PageAnswer> {
    const [choices, leaders] = await Promise.all([this.choices(), this.people.withRole('leadingGroup')]);
    return page('panels/new', panelFormView({ ...choices, leaders, ...sent }, words), statusOf(sent));
  }

  /** A panel, with the form for another seat where the viewer may add one. */
  async panel(
    panel: PanelRead,
    form: Sent<TypedSeat> | null,
    words: Words,
    sent: Sent<PanelIdentity> | null = null,
  ): Promise<PageAnswer> {
    const choices = form && (await this.choices());
    const leaders = form ? await this.people.withRole('leadingGroup') : [];
    const identity = { leaders, ...(sent ?? { typed: panel, errors: {} }) };
    const model = panelView(panel, form && choices && { ...choices, ...form, identity }, words);
    return page('panels/show', model, statusOf(sent ?? form ?? { typed: null, errors: {} }));
  }

  /** One seat to be changed. */
  async seat(
    panel: PanelRead,
    seat: SeatRead,
    sent: Sent<Pick<TypedSeat, 'holderId' | 'alternateId'>>,
    words: Words,
  ): Promise<PageAnswer> {
    const choices = await this.choices();
    return page('panels/seat', seatView({ ...choices, panel, seat, ...sent }, words), statusOf(sent));
  }

  private async choices(): Promise<SeatChoices> {
    const [units, panelists] = await Promise.all([this.people.units(), this.people.withRole('panelist')]);
    return { units, panelists };
  }
}

function statusOf({ errors }: Sent<unknown>): { status: number } {
  return { status: Object.keys(errors).length > 0 ? 422 : 200 };
}
