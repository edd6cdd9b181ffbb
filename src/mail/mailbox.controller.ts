import { Controller, Get, Param, Query } from '@nestjs/common';
import { Config } from '../config/config';
import { refuse, Refused } from '../domain/shared/refusal';
import { file, FileAnswer, page, PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { MailQueries } from './mail.queries';
import { mailboxIndex, mailboxShow } from './mail.views';
import { shownInFrame } from './mailbox-frame';
import { place } from './place';

/** `MAIL_URL=mailbox:`: the mails of the demo, which never leave the machine. Elsewhere there is no such page. */
@Controller('dev/mail')
export class MailboxController {
  constructor(
    private readonly mails: MailQueries,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy('mailbox.read')
  async index(
    @CurrentWords() words: Words,
    @Query('q') q: unknown,
    @Query('page') wantedPage: unknown,
    @Query('size') wantedSize: unknown,
  ): Promise<PageAnswer> {
    if (!this.config.usesMailbox) throw new Refused(refuse('notFound'), 404);
    const at = place(wantedPage, wantedSize);
    const wanted = typeof q === 'string' ? q.trim().slice(0, 100) : '';
    const found = await this.mails.mailbox(wanted, at.page, at.size);
    return page('mailbox/index', mailboxIndex({ ...found, ...at, wanted }, words));
  }

  @Get(':id')
  @Policy('mailbox.read')
  async show(@CurrentWords() words: Words, @Param('id') id: string): Promise<PageAnswer> {
    const { mail, body } = await this.opened(id);
    return page('mailbox/show', mailboxShow(mail, body, this.config.BASE_URL, words));
  }

  /** The HTML part by itself, for the frame of the page above. */
  @Get(':id/html')
  @Policy('mailbox.read')
  async html(@Param('id') id: string): Promise<FileAnswer> {
    const { body } = await this.opened(id);
    const { html, headers } = shownInFrame(body?.html ?? '', this.config.BASE_URL);
    return file(Buffer.from(html), headers);
  }

  /** A file that goes with the mail; counted from 1. */
  @Get(':id/files/:n')
  @Policy('mailbox.read')
  async attachment(@Param('id') id: string, @Param('n') n: string): Promise<FileAnswer> {
    const { body } = await this.opened(id);
    const found = body?.attachments?.[Number(n) - 1];
    if (!found) throw new Refused(refuse('notFound'), 404);
    return file(Buffer.from(found.content), {
      'content-type': found.type,
      'content-disposition': `attachment; filename="${found.name}"`,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  }

  private async opened(id: string): Promise<NonNullable<Awaited<ReturnType<MailQueries['opened']>>>> {
    const opened = await this.mails.opened(id);
    if (!opened) throw new Refused(refuse('notFound'), 404);
    return opened;
  }
}
