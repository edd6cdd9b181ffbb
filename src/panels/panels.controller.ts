import { Controller, Get, Param, Post } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { readPanel, refusedControl, rowsOfSeats, type TypedPanel, typedPanel, typedSeat } from './panel.form';
import { PanelIdentityService } from './panel-identity.service';
import { PanelPages } from './panel-pages';
import { panelListView } from './panel.views';
import { PanelsQueries } from './panels.queries';
import { PanelsService } from './panels.service';

/** Panels and who sits on them: read by many, set up by the secretariat and administrators. */
@Controller('panels')
export class PanelsController {
  constructor(
    private readonly service: PanelsService,
    private readonly panels: PanelsQueries,
    private readonly pages: PanelPages,
    private readonly identity: PanelIdentityService,
  ) {}

  @Get()
  @Policy('panel.read')
  async index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('panels/index', panelListView(await this.panels.list(), mayManage(viewer), words));
  }

  @Get('new')
  @Policy('panel.manage')
  ask(@CurrentWords() words: Words): Promise<PageAnswer> {
    return this.pages.form({ typed: typedPanel({}), errors: {} }, words);
  }

  @Post()
  @Policy('panel.manage')
  async add(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const typed = typedPanel(body);
    const { plan, errors } = readPanel(typed, words);
    if (plan === null) return this.pages.form({ typed, errors }, words);
    try {
      const id = await this.service.setUp(actorOf(viewer), plan);
      return seeOther(`/panels/${id}`, { tone: 'ok', text: words.t('panels.added', { name: plan.name }) });
    } catch (error) {
      return this.again(error, typed, words);
    }
  }

  @Get(':id')
  @Policy('panel.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const panel = await this.panels.panel(id);
    if (panel === null) throw new Refused(refuse('notFound'), 404);
    const form = mayManage(viewer) ? { typed: typedSeat(null), errors: {} } : null;
    return this.pages.panel(panel, form, words);
  }

  @Post(':id')
  @Policy('panel.manage')
  async rename(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const panel = await this.panels.panel(id);
    if (panel === null) throw new Refused(refuse('notFound'), 404);
    const { name, chairId, deputyId: typedDeputy } = typedPanel(body);
    // A form from before there was a deputy leaves it as it is.
    const deputyId = body['deputyId'] === undefined ? panel.deputyId : typedDeputy || null;
    try {
      const changed = await this.identity.change(actorOf(viewer), id, { name, chairId, deputyId });
      return seeOther(`/panels/${id}`, {
        tone: 'ok',
        text: words.t(changed ? 'panels.identity.changed' : 'panels.identity.same'),
      });
    } catch (error) {
      const refusal = refusalOfForm(error);
      const errors = {
        [refusedControl(refusal, null)]: words.t(`refusal.${refusal.because}`, refusal.details),
      };
      const form = { typed: typedSeat(null), errors: {} };
      return this.pages.panel(panel, form, words, { typed: { name, chairId, deputyId }, errors });
    }
  }

  /** The form as it was typed, with what a rule said beside its control. */
  private again(error: unknown, typed: TypedPanel, words: Words): Promise<PageAnswer> {
    const refusal = refusalOfForm(error);
    const control = refusedControl(refusal, rowsOfSeats(typed));
    const errors = { [control]: words.t(`refusal.${refusal.because}`, refusal.details) };
    return this.pages.form({ typed, errors }, words);
  }
}

const mayManage = (viewer: Viewer): boolean => holds(viewer, 'secretariat', 'admin');
