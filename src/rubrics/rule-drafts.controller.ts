import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { ruleDraftView, rulePublicationView } from './rule-draft.views';
import { RuleDraftsQueries } from './rule-drafts.queries';
import { RuleDraftsService } from './rule-drafts.service';
import type { TypedRules } from './rule-fields';
import { readRules, tooLong, typedRules } from './rule-form';
import { versionName } from './rule-words.views';
import { RubricsQueries } from './rubrics.queries';

type Body = Record<string, unknown>;

/** Writing decision rules: a draft that may be wrong for as long as it likes, and its publication. */
@Controller('rules/drafts/:id')
export class RuleDraftsController {
  constructor(
    private readonly drafts: RuleDraftsQueries,
    private readonly service: RuleDraftsService,
    private readonly rubrics: RubricsQueries,
  ) {}

  @Get()
  @Policy('rules.edit')
  async show(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const draft = await this.drafts.draft(id);
    const errors = readRules(draft.typed).errors ?? {};
    return page('rules/draft', ruleDraftView(draft, { typed: draft.typed, errors, refused: '' }, words));
  }

  @Post()
  @Policy('rules.edit')
  async save(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const typed = typedRules(body);
    if (Object.keys(tooLong(typed)).length > 0)
      return this.again(id, typed, words.t('rules.draft.tooLong'), words);
    try {
      await this.service.save(actorOf(viewer), id, revisionOf(body), typed);
    } catch (error) {
      return this.again(id, typed, words.t(`refusal.${refusalOfForm(error).because}`), words);
    }
    const toPublish = typedText(body, 'intent') === 'publish' && readRules(typed).rules !== null;
    const text = words.t('rules.draft.saved');
    return seeOther(toPublish ? `/rules/drafts/${id}/publication` : `/rules/drafts/${id}`, {
      tone: 'ok',
      text,
    });
  }

  @Post('removal')
  @Policy('rules.edit')
  async remove(@Param('id') id: string, @CurrentWords() words: Words): Promise<SeeOther> {
    await this.service.remove(id);
    return seeOther('/rules', { tone: 'ok', text: words.t('rules.draft.removed') });
  }

  @Get('publication')
  @Policy('rules.edit')
  async preview(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer | SeeOther> {
    const draft = await this.drafts.draft(id);
    const { rules } = readRules(draft.typed);
    if (rules === null) return seeOther(`/rules/drafts/${id}`);
    const versions = await this.rubrics.ruleSetVersions();
    const own = versions.filter(({ code }) => code === rules.code).map(({ version }) => version);
    return page('rules/publication', rulePublicationView(draft, rules, Math.max(0, ...own) + 1, words));
  }

  @Post('publication')
  @Policy('rules.edit')
  async publish(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    try {
      const version = await this.service.publish(actorOf(viewer), id, revisionOf(body));
      const text = words.t('rules.publish.done', { version: versionName(version, words) });
      return seeOther(`/rules/${version.id}`, { tone: 'ok', text });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const { typed } = await this.drafts.draft(id);
      return this.again(id, typed, words.t(`refusal.${because}`, details), words);
    }
  }

  /** The form as it was typed, with the number of the draft as it now is: saving once more is then a decision. */
  private async again(id: string, typed: TypedRules, refused: string, words: Words): Promise<PageAnswer> {
    const draft = await this.drafts.draft(id);
    const errors = { ...readRules(typed).errors, ...tooLong(typed) };
    return page('rules/draft', ruleDraftView(draft, { typed, errors, refused }, words), { status: 422 });
  }
}

function revisionOf(body: Body): number {
  const text = typedText(body, 'revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
