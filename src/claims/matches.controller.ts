import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { pageSheets, type SentBack } from './claim-page.views';
import { MatchRulingForm } from './claim.form';
import { matchListView, matchView } from './match.views';
import { MatchesQueries } from './matches.queries';
import { MatchesService } from './matches.service';

/** Leads that look alike, for the secretariat's ruling. */
@Controller()
export class MatchesController {
  constructor(
    private readonly queries: MatchesQueries,
    private readonly service: MatchesService,
  ) {}

  @Get('claims/matches')
  @Policy('match.list')
  async list(@CurrentWords() words: Words): Promise<PageAnswer> {
    return page('claims/page', matchListView(await this.queries.waiting(), words));
  }

  @Get('claims/matches.xlsx')
  @Policy('match.list')
  async sheet(@CurrentWords() words: Words): Promise<FileAnswer> {
    const model = matchListView(await this.queries.waiting(), words);
    return sheetAnswer(pageSheets(model), words.t('matches.title'));
  }

  @Get('leads/:id/matches/:otherId')
  @Policy('match.list')
  show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Param('otherId') otherId: string,
  ): Promise<PageAnswer> {
    return this.answer(viewer, id, otherId, null, words);
  }

  @Post('leads/:id/matches/:otherId/ruling')
  @Policy('match.rule')
  async rule(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Param('otherId') otherId: string,
    @FormBody() body: Record<string, unknown>,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(MatchRulingForm, body, words);
    if (!form.ok)
      return this.answer(viewer, id, otherId, { form: 'ruling', typed: body, errors: form.errors }, words);
    await this.service.rule(viewer, id, otherId, form.value.verdict, form.value.reason);
    return seeOther(`/leads/${id}`, { tone: 'ok', text: words.t(`matches.done.${form.value.verdict}`) });
  }

  private async answer(
    viewer: Viewer,
    id: string,
    otherId: string,
    sent: SentBack | null,
    words: Words,
  ): Promise<PageAnswer> {
    const match = await this.queries.one(id, otherId);
    return page('claims/page', matchView(viewer, match, sent, words), { status: sent === null ? 200 : 422 });
  }
}
