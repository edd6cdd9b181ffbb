import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { chosenComments } from './announcement.form';
import { announcementView } from './announcement.views';
import { AnnouncementsService } from './announcements.service';
import { LetterDrafts } from './letter-drafts.queries';

/** The announcement of a round: every letter before it goes out, then all of them at once. */
@Controller('rounds/:id/announcement')
export class AnnouncementsController {
  constructor(
    private readonly drafts: LetterDrafts,
    private readonly service: AnnouncementsService,
  ) {}

  @Get()
  @Policy('result.announce')
  async preview(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const { results, writer } = await this.drafts.preview(viewer, id);
    return page('results/announcement', announcementView(results, writer, words));
  }

  @Post()
  @Policy('result.announce')
  async announce(
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.service.announce(viewer, id, chosenComments(body));
    return seeOther(`/rounds/${id}/results`, { tone: 'ok', text: words.t('results.announced.done') });
  }
}
