import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Config } from '../config/config';
import { Refused, refuse } from '../domain/shared/refusal';
import { PageAnswer, page, SeeOther, seeOther } from '../http/answers';
import { CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { AppReply, AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { demoView } from './demo.views';
import { PeopleQueries } from './people.queries';
import { setSessionCookie } from '../http/session-cookies';
import { originOf } from './sign-in.controller';
import { SignInService } from './sign-in.service';

/** Demo mode only: every person of the demo city, one press each. */
@Controller('demo')
export class DemoController {
  constructor(
    private readonly people: PeopleQueries,
    private readonly signIn: SignInService,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy('demo.signIn')
  async show(@CurrentWords() words: Words): Promise<PageAnswer> {
    return page('people/demo', demoView(await this.people.everyone(), words));
  }

  @Post('sign-in')
  @Policy('demo.signIn')
  async enter(
    @FormBody() body: Record<string, unknown>,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<SeeOther> {
    const session = await this.signIn.asDemoPerson(typedText(body, 'account'), originOf(request));
    if (!session) throw new Refused(refuse('notFound'), 404);
    setSessionCookie(reply, 'person', session.token, this.config.secure);
    return seeOther('/');
  }
}
