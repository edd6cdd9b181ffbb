import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { page, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { AppReply, AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { VotingCodesService } from './voting-codes.service';
import { votingCodeView } from './voting-code.views';
import { VotingDoors } from './voting-doors';
import { dead } from './voting-links.controller';

/** For whoever cannot press the link: the short code of the mail, typed by hand. */
@Controller('v')
export class VotingCodesController {
  constructor(
    private readonly codes: VotingCodesService,
    private readonly doors: VotingDoors,
  ) {}

  @Get()
  @Policy('link.open')
  ask(@CurrentWords() words: Words): PageAnswer {
    return page('ballots/code', votingCodeView({ whom: '', code: '' }, {}, words));
  }

  @Post()
  @Policy('link.open')
  async enter(
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<PageAnswer | SeeOther> {
    const typed = { whom: typedText(body, 'whom'), code: typedText(body, 'code') };
    const again = (errors: Record<string, string>, status = 422): PageAnswer =>
      page('ballots/code', votingCodeView(typed, errors, words), { status });
    const missing = (['whom', 'code'] as const).filter((field) => typed[field].trim() === '');
    if (missing.length > 0)
      return again(Object.fromEntries(missing.map((field) => [field, words.t('form.required')])));
    const found = await this.codes.find(typed.whom, typed.code);
    if (found.reading === null) {
      const locked = found.because === 'locked';
      return again({ code: words.t(`votingLinks.code.${found.because}`) }, locked ? 429 : 422);
    }
    if (found.reading.trouble !== null) return dead(found.reading, words);
    return this.doors.press(found.reading, 'code', request, reply);
  }
}
