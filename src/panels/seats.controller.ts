import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { type FormErrors, readSeat, refusedControl, typedSeat } from './panel.form';
import { PanelPages } from './panel-pages';
import { type PanelRead, PanelsQueries, type SeatRead } from './panels.queries';
import { SeatsService } from './seats.service';

type Form = Record<string, unknown>;

/** The seats of a panel that stands: added, given to others, taken off. */
@Controller('panels/:id/seats')
export class SeatsController {
  constructor(
    private readonly seats: SeatsService,
    private readonly panels: PanelsQueries,
    private readonly pages: PanelPages,
  ) {}

  @Post()
  @Policy('panel.manage')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const panel = await this.panelOr404(id);
    const typed = typedSeat(body);
    const { plan, errors } = readSeat(typed, words);
    const wrong =
      plan === null ? errors : await attempt(words, () => this.seats.add(actorOf(viewer), id, plan));
    if (wrong) return this.pages.panel(panel, { typed, errors: wrong }, words);
    return seeOther(`/panels/${id}`, { tone: 'ok', text: words.t('panels.seat.added') });
  }

  @Get(':seatId')
  @Policy('panel.manage')
  async show(
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const [panel, seat] = await this.seatOr404(id, seatId);
    const typed = { holderId: seat.holderId ?? '', alternateId: seat.alternateId ?? '' };
    return this.pages.seat(panel, seat, { typed, errors: {} }, words);
  }

  @Post(':seatId')
  @Policy('panel.manage')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const [panel, seat] = await this.seatOr404(id, seatId);
    const typed = typedSeat(body);
    const given = { holderId: typed.holderId || null, alternateId: typed.alternateId || null };
    const errors = await attempt(words, () => this.seats.change(actorOf(viewer), id, seatId, given));
    if (errors) return this.pages.seat(panel, seat, { typed, errors }, words);
    return seeOther(`/panels/${id}`, {
      tone: 'ok',
      text: words.t('panels.seat.changed', { n: seat.position }),
    });
  }

  @Post(':seatId/retirement')
  @Policy('panel.manage')
  async retire(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const [, seat] = await this.seatOr404(id, seatId);
    await this.seats.retire(actorOf(viewer), id, seatId);
    return seeOther(`/panels/${id}`, {
      tone: 'ok',
      text: words.t('panels.seat.retired', { n: seat.position }),
    });
  }

  private async panelOr404(id: string): Promise<PanelRead> {
    const panel = await this.panels.panel(id);
    if (panel === null) throw new Refused(refuse('notFound'), 404);
    return panel;
  }

  /** A seat that has been retired has no page any more: it is only on record. */
  private async seatOr404(id: string, seatId: string): Promise<[PanelRead, SeatRead]> {
    const panel = await this.panelOr404(id);
    const seat = panel.seats.find((one) => one.id === seatId && one.retiredAt === null);
    if (!seat) throw new Refused(refuse('notFound'), 404);
    return [panel, seat];
  }
}

/** @returns the message beside the control when a rule said no to what was typed, null when it went well */
async function attempt(words: Words, work: () => Promise<void>): Promise<FormErrors | null> {
  try {
    await work();
    return null;
  } catch (error) {
    const refusal = refusalOfForm(error);
    return { [refusedControl(refusal, null)]: words.t(`refusal.${refusal.because}`, refusal.details) };
  }
}
