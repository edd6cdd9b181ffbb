import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Config } from '../config/config';
import type { StepStanding } from '../domain/link/second-step';
import { page, type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import { CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import { setLinkCookie } from '../http/link-cookies';
import type { AppReply, AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { noStepView, secondStepView } from './second-step.views';
import { SecondStepsService, type StepReading } from './second-steps.service';
import { VotingDoors } from './voting-doors';
import { dead } from './voting-links.controller';

/** After the button, where the panel asks for it: the code that was mailed. */
@Controller('v/confirmation')
export class SecondStepsController {
  constructor(
    private readonly steps: SecondStepsService,
    private readonly doors: VotingDoors,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy('link.open')
  async ask(@CurrentWords() words: Words, @Req() request: AppRequest): Promise<PageAnswer> {
    return this.show(await this.steps.read(this.doors.stepOf(request)), words);
  }

  @Post()
  @Policy('link.open')
  async confirm(
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<PageAnswer | SeeOther> {
    const secret = this.doors.stepOf(request);
    const read = await this.steps.read(secret);
    if (secret === null || read.reading?.trouble !== null) return this.show(read, words);
    const typed = typedText(body, 'code');
    if (typed.trim() === '') return this.show(read, words, words.t('form.required'));
    const browser = this.doors.browserOf(request);
    const result = await this.steps.finish(secret, typed, browser);
    if (result.session !== null) return this.doors.letIn(result.session, browser, reply);
    const { because, left } = result;
    if (because === 'gone') return this.show({ standing: 'gone', reading: null }, words);
    if (because !== 'wrong') return this.show({ ...read, standing: because }, words, '', 422);
    return this.show(read, words, words.t('votingLinks.step.wrong', { left }));
  }

  @Post('codes')
  @Policy('link.open')
  async another(
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<PageAnswer | SeeOther> {
    const read = await this.steps.read(this.doors.stepOf(request));
    if (read.standing === 'gone' || read.reading.trouble !== null) return this.show(read, words);
    setLinkCookie(reply, 'step', await this.steps.begin(read.reading, read.way), this.config.secure);
    return seeOther('/v/confirmation', { tone: 'ok', text: words.t('votingLinks.step.again') });
  }

  private show(
    read: StepReading | { standing: StepStanding; reading: null },
    words: Words,
    error = '',
    status = error === '' ? 200 : 422,
  ): PageAnswer {
    if (read.reading === null) return page('errors/message', noStepView(words), { status: 410 });
    if (read.reading.trouble !== null) return dead(read.reading, words);
    return page('ballots/step', secondStepView(read.reading.room, read.standing, error, words), { status });
  }
}
