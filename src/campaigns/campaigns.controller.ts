import { Controller, Get, Param, Post } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { visitScope } from '../domain/campaign/campaign';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import type { Errors } from './campaign-fields.views';
import { CampaignForm } from './campaign.form';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';
import { campaignsView, campaignView, type FormInput } from './campaigns.views';

type Form = Record<string, unknown>;

const fields: Readonly<Record<string, string>> = {
  campaignEndsFirst: 'endsOn',
  campaignHasVisits: 'startsOn',
};

/** Campaigns: planned by the secretariat, followed by whoever logs visits and by the leading group. */
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly service: CampaignsService,
    private readonly campaigns: CampaignsQueries,
  ) {}

  @Get()
  @Policy('campaign.list')
  index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.list(viewer, { typed: { kind: 'hundredDays' }, errors: {} }, words);
  }

  @Post()
  @Policy('campaign.edit')
  async plan(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(CampaignForm, body, words);
    if (!form.ok) return this.list(viewer, { typed: body, errors: byField(form.errors) }, words);
    let id = '';
    const errors = await attempt(words, async () => {
      id = await this.service.plan(actorOf(viewer), form.value);
    });
    if (errors) return this.list(viewer, { typed: body, errors }, words);
    return seeOther(`/campaigns/${id}`, { tone: 'ok', text: words.t('campaigns.flash.planned') });
  }

  @Get(':id')
  @Policy('campaign.list')
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.one(viewer, id, null, words);
  }

  @Post(':id')
  @Policy('campaign.edit')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(CampaignForm, body, words);
    if (!form.ok) return this.one(viewer, id, { typed: body, errors: byField(form.errors) }, words);
    const errors = await attempt(words, () => this.service.change(actorOf(viewer), id, form.value));
    if (errors) return this.one(viewer, id, { typed: body, errors }, words);
    return seeOther(`/campaigns/${id}`, { tone: 'ok', text: words.t('chains.flash.saved') });
  }

  private async list(viewer: Viewer, form: FormInput, words: Words): Promise<PageAnswer> {
    const lines = await this.campaigns.campaigns(viewer);
    const seen = { today: this.campaigns.today, own: visitScope(viewer) === 'unit' };
    const model = campaignsView(lines, seen, mayEdit(viewer) ? form : null, words);
    return page('campaigns/index', model, { status: statusFor(form.errors) });
  }

  private async one(viewer: Viewer, id: string, sent: FormInput | null, words: Words): Promise<PageAnswer> {
    const data = await this.campaigns.campaign(viewer, id);
    if (data === null) throw new Refused(refuse('notFound'), 404);
    const { name, kind, startsOn, endsOn, visitGoal, leadGoal, note, partyBuilding } = data.campaign;
    const goals = { visitGoal: String(visitGoal), leadGoal: String(leadGoal) };
    const known = {
      name,
      kind,
      startsOn,
      endsOn,
      note,
      ...goals,
      partyBuilding: partyBuilding === 1 ? '1' : '',
    };
    const form = sent ?? { typed: known, errors: {} };
    const model = campaignView(data, visitScope(viewer) === 'unit', mayEdit(viewer) ? form : null, words);
    return page('campaigns/show', model, { status: statusFor(form.errors) });
  }
}

const mayEdit = (viewer: Viewer): boolean => allows('campaign.edit', viewer, null, 'production');
const statusFor = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);

async function attempt(words: Words, work: () => Promise<unknown>): Promise<Errors | null> {
  try {
    await work();
    return null;
  } catch (error) {
    const { because, details } = refusalOfForm(error);
    return { [fields[because] ?? 'name']: words.t(`refusal.${because}`, details) };
  }
}
