import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { mayCorrectVisit, visitScope } from '../domain/campaign/campaign';
import { Refused, refuse } from '../domain/shared/refusal';
import { sheetAnswer } from '../http/download';
import { HostsQueries } from '../hosts/hosts.queries';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import type { Errors, Typed } from './campaign-fields.views';
import { VisitForm } from './campaign.form';
import { CampaignsQueries, type VisitRow } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';
import { readVisitFilter } from './visit-filter';
import { visitSheet, visitsView, visitView } from './visits.views';

type Form = Record<string, unknown>;

const fields: Readonly<Record<string, string>> = {
  visitInFuture: 'visitedOn',
  visitOutsideCampaign: 'campaignId',
  visitCampaignUnknown: 'campaignId',
  visitHostUnknown: 'hostId',
  visitLeadUnknown: 'leadNumber',
};

/** The ledger of visits: logged by scouts at the door, read by their unit, the secretariat and the leading group. */
@Controller()
export class VisitsController {
  constructor(
    private readonly service: CampaignsService,
    private readonly campaigns: CampaignsQueries,
    private readonly hosts: HostsQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Get('visits')
  @Policy('visit.list')
  async index(
    @CurrentViewer() viewer: Viewer,
    @Query() asked: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const filter = readVisitFilter(asked);
    const list = await this.campaigns.visits(viewer, filter);
    const units = (await this.people.units()).map(({ id, name }) => ({ id, name }));
    const own = visitScope(viewer) === 'unit';
    return page(
      'campaigns/visits',
      visitsView(list, filter, { campaigns: await this.choices(viewer), units, own }, words),
    );
  }

  @Get('visits.xlsx')
  @Policy('visit.list')
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @Query() asked: Form,
    @CurrentWords() words: Words,
  ): Promise<FileAnswer> {
    const rows = await this.campaigns.sheet(viewer, readVisitFilter(asked));
    return sheetAnswer(visitSheet(rows, words), words.t('menu.visits'));
  }

  @Get('visits/new')
  @Policy('visit.log')
  async blank(
    @CurrentViewer() viewer: Viewer,
    @Query('campaign') campaign: unknown,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const { today } = this.campaigns;
    const running = (await this.campaigns.campaigns(viewer)).filter(
      ({ startsOn, endsOn }) => startsOn <= today && today <= endsOn,
    );
    const wanted = running.find(({ id }) => id === campaign) ?? running[0];
    const typed = {
      visitedOn: today,
      campaignId: wanted?.id ?? '',
      leaderLevel: 'staff',
      result: 'introduced',
    };
    return this.form(viewer, null, typed, {}, words);
  }

  @Post('visits')
  @Policy('visit.log')
  async log(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return this.take(viewer, null, body, words, (form) => this.service.log(viewer, form));
  }

  @Get('visits/:id')
  @Policy('visit.list')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const visit = await this.visit(viewer, id);
    const { firm, visitedOn, companions, leaderLevel, place, result, note, nextStep } = visit;
    const linked = {
      campaignId: visit.campaignId ?? '',
      hostId: visit.hostId ?? '',
      leadNumber: visit.leadNumber ?? '',
    };
    const typed = { firm, visitedOn, companions, leaderLevel, place, result, note, nextStep, ...linked };
    return this.form(viewer, visit, typed, {}, words);
  }

  @Post('visits/:id')
  @Policy('visit.log')
  async correct(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const visit = await this.visit(viewer, id);
    return this.take(viewer, visit, body, words, (form) => this.service.correct(viewer, id, form));
  }

  private async take(
    viewer: Viewer,
    visit: VisitRow | null,
    body: Form,
    words: Words,
    write: (form: VisitForm) => Promise<unknown>,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(VisitForm, body, words);
    if (!form.ok) return this.form(viewer, visit, body, byField(form.errors), words);
    try {
      await write(form.value);
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const errors = { [fields[because] ?? 'firm']: words.t(`refusal.${because}`, details) };
      return this.form(viewer, visit, body, errors, words);
    }
    return seeOther('/visits', {
      tone: 'ok',
      text: words.t('campaigns.flash.logged', { firm: form.value.firm }),
    });
  }

  private async visit(viewer: Viewer, id: string): Promise<VisitRow> {
    const visit = await this.campaigns.visit(viewer, id);
    if (visit === null) throw new Refused(refuse('notFound'), 404);
    return visit;
  }

  private async choices(viewer: Viewer) {
    return (await this.campaigns.campaigns(viewer)).map(({ id, name }) => ({ id, name }));
  }

  private async form(
    viewer: Viewer,
    visit: VisitRow | null,
    typed: Typed,
    errors: Errors,
    words: Words,
  ): Promise<PageAnswer> {
    const campaigns = await this.choices(viewer);
    const hosts = (await this.hosts.all()).map(({ id, name }) => ({ id, name }));
    const mayChange = visit === null || mayCorrectVisit(viewer, visit);
    const model = visitView({ visit, typed, errors, mayChange, campaigns, hosts }, words);
    return page('campaigns/visit', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}
