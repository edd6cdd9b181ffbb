import { Controller, Get, Param, Post } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Viewer } from '../domain/access/viewer';
import { beijingDay } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { PostingEndForm, PostingForm } from './posting.form';
import { postingSheet, postingsView, type SentPosting } from './posting.views';
import { PostingsQueries, type PostedTeam } from './postings.queries';
import { PostingsService } from './postings.service';

type Body = Record<string, unknown>;
const places: Readonly<Record<string, string>> = { postingStranger: 'personId', postingOverlaps: 'fromDay' };

/** Who of a team is out, from when until when. */
@Controller('outposts/:id')
export class PostingsController {
  constructor(
    private readonly clock: Clock,
    private readonly queries: PostingsQueries,
    private readonly service: PostingsService,
  ) {}

  @Get('postings')
  @Policy('outpost.edit')
  index(@CurrentWords() words: Words, @Param('id') id: string): Promise<PageAnswer> {
    return this.answer(id, null, words);
  }

  @Get('postings.xlsx')
  @Policy('outpost.edit')
  async sheet(@CurrentWords() words: Words, @Param('id') id: string): Promise<FileAnswer> {
    const model = postingsView(await this.team(id), beijingDay(this.clock.now()), null, words);
    return sheetAnswer(postingSheet(model, words), model.page.title);
  }

  @Post('postings')
  @Policy('outpost.edit')
  async post(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    await this.team(id);
    const form = validateForm(PostingForm, body, words);
    if (!form.ok) return this.answer(id, { form: 'new', typed: body, errors: byField(form.errors) }, words);
    const { personId, fromDay, untilDay, reason } = form.value;
    try {
      await this.service.post(viewer, id, { personId, fromDay, untilDay: untilDay || null, reason });
    } catch (error) {
      return this.answer(id, { form: 'new', typed: body, errors: told(error, words) }, words);
    }
    return seeOther(`/outposts/${id}/postings`, { tone: 'ok', text: words.t('postings.done') });
  }

  @Post('postings/:postingId/end')
  @Policy('outpost.edit')
  async end(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Param('postingId') postingId: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const team = await this.team(id);
    if (!team.postings.some((posting) => posting.id === postingId))
      throw new Refused(refuse('notFound'), 404);
    const form = validateForm(PostingEndForm, body, words);
    const again = (errors: Record<string, string>): Promise<PageAnswer> =>
      this.answer(id, { form: postingId, typed: body, errors }, words);
    if (!form.ok) return again(byField(form.errors));
    try {
      await this.service.end(viewer, id, postingId, form.value.untilDay || null, form.value.reason);
    } catch (error) {
      return again(told(error, words));
    }
    return seeOther(`/outposts/${id}/postings`, { tone: 'ok', text: words.t('postings.endDone') });
  }

  private async answer(id: string, sent: SentPosting | null, words: Words): Promise<PageAnswer> {
    const model = postingsView(await this.team(id), beijingDay(this.clock.now()), sent, words);
    return page('postings/index', model, { status: sent === null ? 200 : 422 });
  }

  private async team(id: string): Promise<PostedTeam> {
    const team = await this.queries.team(id);
    if (team === null) throw new Refused(refuse('outpostNotFound'), 404);
    return team;
  }
}

function told(error: unknown, words: Words): Record<string, string> {
  const { because, details } = refusalOfForm(error);
  return { [places[because] ?? 'untilDay']: words.t(`refusal.${because}`, details) };
}
