import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { page, PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { MailQueries } from './mail.queries';
import { mailStatus } from './mail.views';
import { place } from './place';

/** How the sending of mails goes, for those who run the system. */
@Controller('admin/mail')
export class MailController {
  constructor(
    private readonly mails: MailQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Policy('mail.read')
  async index(
    @CurrentWords() words: Words,
    @Query('page') wantedPage: unknown,
    @Query('size') wantedSize: unknown,
  ): Promise<PageAnswer> {
    const at = place(wantedPage, wantedSize);
    const counts = await this.mails.counts();
    const oldest = await this.mails.oldestWaiting();
    const found = await this.mails.problems(at.page, at.size);
    return page('mail/status', mailStatus({ ...found, ...at, counts, oldest, now: this.clock.now() }, words));
  }
}
