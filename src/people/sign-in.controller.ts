import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Config } from '../config/config';
import { CurrentWords, FormBody, Policy } from '../http/decorators';
import { PageAnswer, page, SeeOther, seeOther } from '../http/answers';
import { typedText } from '../http/forms';
import { unpackKeptForm } from '../http/kept-form';
import { ownPath } from '../http/own-path';
import { type AppReply, type AppRequest, visitOf } from '../http/request';
import { SignInPage } from '../http/sign-in-page';
import type { Words } from '../words/words';
import { clearSessionCookie, setSessionCookie } from '../http/session-cookies';
import { OpenedSession, SessionsService } from './sessions.service';
import { Origin, SignInService } from './sign-in.service';
import { linkAskedView, linkView, resumeView } from './sign-in.views';

type Form = Record<string, unknown>;

/** In by password, in by mailed link, out. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly signInPage: SignInPage,
    private readonly config: Config,
  ) {}

  @Get('sign-in')
  @Policy('session.signIn')
  show(@CurrentWords() words: Words, @Query('next') next: unknown): PageAnswer {
    return page('people/sign-in', this.signInPage.model(words, { next: ownPath(next) }));
  }

  @Post('sign-in')
  @Policy('session.signIn')
  async byPassword(
    @FormBody() body: Form,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<PageAnswer | SeeOther> {
    const email = typedText(body, 'email');
    const session = await this.signIn.byPassword(email, typedText(body, 'password'), originOf(request));
    if (session) return this.welcome(session, body, words, reply);
    const model = this.signInPage.model(words, {
      email,
      next: ownPath(body['next']),
      kept: typedText(body, 'kept'),
      error: words.t('signIn.wrong'),
    });
    return page('people/sign-in', model, { status: 422 });
  }

  @Post('sign-in/links')
  @Policy('session.signIn')
  askForLink(@FormBody() body: Form, @CurrentWords() words: Words): PageAnswer {
    const email = typedText(body, 'email');
    // Not awaited: the answer takes as long for an unknown address as for a known one.
    void this.signIn.mailLink(email).catch((error: unknown) => this.signIn.reportFailedLink(error));
    return page('people/link-asked', linkAskedView(email, words));
  }

  @Get('sign-in/links/:token')
  @Policy('session.signIn')
  async showLink(@Param('token') token: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const good = await this.signIn.linkIsGood(token);
    return page('people/link', linkView(token, good, words), { status: good ? 200 : 410 });
  }

  @Post('sign-in/links/:token')
  @Policy('session.signIn')
  async byLink(
    @Param('token') token: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<PageAnswer | SeeOther> {
    const session = await this.signIn.byLink(token, originOf(request));
    if (!session) return page('people/link', linkView(token, false, words), { status: 410 });
    return this.welcome(session, body, words, reply);
  }

  @Post('sign-out')
  @Policy('session.signOut')
  async signOut(@Req() request: AppRequest, @Res({ passthrough: true }) reply: AppReply): Promise<SeeOther> {
    const { sessionId } = visitOf(request);
    if (sessionId) await this.sessions.end(sessionId);
    clearSessionCookie(reply, 'person', this.config.secure);
    return seeOther('/sign-in');
  }

  /** Goes where the person wanted to go; a form that waited for the sign-in is shown to be sent again. */
  private welcome(session: OpenedSession, body: Form, words: Words, reply: AppReply): PageAnswer | SeeOther {
    setSessionCookie(reply, 'person', session.token, this.config.secure);
    const kept = unpackKeptForm(body['kept'], this.config.SECRET_KEY);
    return kept ? page('errors/message', resumeView(kept, words)) : seeOther(ownPath(body['next']));
  }
}

export function originOf(request: AppRequest): Origin {
  return { address: request.ip, device: String(request.headers['user-agent'] ?? '') };
}
