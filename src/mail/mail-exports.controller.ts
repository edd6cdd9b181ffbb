import { Controller, Get } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { MailQueries } from './mail.queries';
import { mailSheet, mailStatus } from './mail.views';

const most = 10_000;

/** Mails with problems to take away. */
@Controller()
export class MailExportsController {
  constructor(
    private readonly mails: MailQueries,
    private readonly clock: Clock,
  ) {}

  @Get('admin/mail.xlsx')
  @Policy('mail.read')
  async sheet(@CurrentWords() words: Words): Promise<FileAnswer> {
    const [counts, oldest] = [await this.mails.counts(), await this.mails.oldestWaiting()];
    const found = await this.mails.problems(1, most);
    const list = { ...found, page: 1, size: most, counts, oldest, now: this.clock.now() };
    return sheetAnswer(mailSheet(mailStatus(list, words), words), words.t('mail.problems.title'));
  }
}
