import { Injectable } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import { returnReasons } from '../domain/intake/return-reasons';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { LeadOverdueQueries } from '../leads/lead-overdue.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { Words } from '../words/words';
import { intakeDeskView } from './intake-desk.views';
import { IntakeFactsQueries } from './intake-facts.queries';
import type { IntakeFilter } from './intake-filter';
import { intakePane } from './intake-pane.views';
import type { SentPane } from './intake-pane-fields.views';
import { IntakeQueueQueries } from './intake-queue.queries';

/** The desk as an answer: the queue, and beside it the lead that is open. */
@Injectable()
export class IntakePages {
  constructor(
    private readonly randomness: Randomness,
    private readonly overdue: LeadOverdueQueries,
    private readonly queue: IntakeQueueQueries,
    private readonly facts: IntakeFactsQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  /** `selected` '' opens the first. With `sent`, the pane again with what was typed (422). */
  async desk(
    filter: IntakeFilter,
    selected: string,
    words: Words,
    sent: SentPane | null = null,
  ): Promise<PageAnswer> {
    const time = await this.time();
    const queue = await this.queue.page(filter, time.overdue);
    const listed = queue.rows.find(({ id }) => id === selected);
    // Under another filter, or on another page: still to be looked at as long as it waits.
    const [open] = selected === '' ? queue.rows : listed ? [listed] : await this.queue.some([selected]);
    const rows = open && !listed ? [...queue.rows, open] : queue.rows;
    const facts = await this.facts.of(rows, time);
    const data = { filter, queue, facts, selected: open?.id ?? '', time };
    const found = open && facts.get(open.id);
    const reasons = await this.settings.value(returnReasons);
    const pane =
      open && found
        ? intakePane(
            { row: open, facts: found, filter, reasons, hosts: queue.hosts, time, key: this.newKey(), sent },
            words,
          )
        : null;
    // What was typed has nowhere to stand once the lead has left the queue; whoever decided it is told on its page.
    if (sent !== null && pane === null) throw new Refused(refuse('leadNotFound'), 404);
    return page('intake/index', intakeDeskView(data, pane, words), { status: sent ? 422 : 200 });
  }

  /** The lead to go on with; asked before the present one leaves the queue. */
  async next(filter: IntakeFilter, id: string): Promise<string> {
    return this.queue.beside(filter, id, (await this.time()).overdue);
  }

  time() {
    return this.overdue.now();
  }

  newKey(): string {
    return this.randomness.bytes(16).toString('base64url');
  }
}
