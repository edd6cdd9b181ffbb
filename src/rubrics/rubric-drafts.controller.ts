import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { DraftList } from '../domain/rubric/draft-moves';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { DraftPages } from './draft-pages';
import { partHref } from './draft-rows.views';
import { discardView } from './publication.views';
import { tooLong, typedFrame } from './rubric-draft.form';
import { RubricDraftsQueries } from './rubric-drafts.queries';
import { DraftAt, RubricDraftsService } from './rubric-drafts.service';

type Body = Record<string, unknown>;

/** A version while it is written: begun, named, weighed, put in order, thrown away. */
@Controller('rubrics/:id')
export class RubricDraftsController {
  constructor(
    private readonly drafts: RubricDraftsService,
    private readonly queries: RubricDraftsQueries,
    private readonly pages: DraftPages,
  ) {}

  @Post('drafts')
  @Policy('rubric.edit')
  async start(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const version = await this.drafts.start(actorOf(viewer), id, typedText(body, 'from').slice(0, 26));
    const text = words.t('rubrics.flash.started', { n: version });
    return seeOther(`/rubrics/${id}/versions/${version}/edit`, { tone: 'ok', text });
  }

  @Get('versions/:v/edit')
  @Policy('rubric.edit')
  edit(@Param('id') id: string, @Param('v') v: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.pages.frame({ rubricId: id, v }, null, words);
  }

  /** Whatever the button, the names and weights are kept first. */
  @Post('versions/:v')
  @Policy('rubric.edit')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('v') v: string,
    @FormBody() body: Body,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const at = { rubricId: id, v };
    const typed = typedFrame(body);
    const long = tooLong(typed);
    if (long.length > 0) {
      const errors = Object.fromEntries(long.map((name) => [name, words.t('rubrics.error.tooLong')]));
      return this.pages.frame(at, { typed, errors }, words);
    }
    try {
      await this.drafts.arrange(actorOf(viewer), at, typed, typedText(body, 'seen').slice(0, 16));
    } catch (error) {
      const refusal = refusalOfForm(error);
      const errors = { nameZh: words.t(`refusal.${refusal.because}`, refusal.details) };
      return this.pages.frame(at, { typed, errors }, words);
    }
    return seeOther(await this.goOn(viewer, at, typedText(body, 'intent')), {
      tone: 'ok',
      text: words.t('rubrics.flash.saved'),
    });
  }

  @Get('versions/:v/removal')
  @Policy('rubric.edit')
  async askRemoval(
    @Param('id') id: string,
    @Param('v') v: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('rubrics/confirm', discardView(await this.queries.draft(id, v), words));
  }

  @Post('versions/:v/removal')
  @Policy('rubric.edit')
  async discard(
    @Param('id') id: string,
    @Param('v') v: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.drafts.discard({ rubricId: id, v });
    return seeOther(`/rubrics/${id}`, { tone: 'ok', text: words.t('rubrics.flash.discarded', { n: v }) });
  }

  /** What the pressed button asked for beyond keeping: `add:criteria`, `up:c3`. @returns where to go */
  private async goOn(viewer: Viewer, at: DraftAt, intent: string): Promise<string> {
    const base = `/rubrics/${at.rubricId}/versions/${at.v}`;
    const [, act, what = ''] = /^(add|up|down):(criteria|grounds|[cg]\d{1,6})$/.exec(intent) ?? [];
    if (act === 'add' && (what === 'criteria' || what === 'grounds'))
      return partHref(base, await this.drafts.add(actorOf(viewer), at, what));
    if (act === 'up' || act === 'down') {
      const list: DraftList = what.startsWith('c') ? 'criteria' : 'grounds';
      await this.drafts.move(actorOf(viewer), at, list, what, act);
      return `${base}/edit#row-${what}`;
    }
    return `${base}/edit`;
  }
}
