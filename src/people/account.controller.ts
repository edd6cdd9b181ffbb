import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Config } from '../config/config';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, typedText, validateForm } from '../http/forms';
import { forgetLocale, rememberLocale } from '../http/locale';
import { type AppReply, type AppRequest, visitOf } from '../http/request';
import { LOCALES } from '../words/catalogue';
import { Words, wordsFor } from '../words/words';
import { PasswordForm } from './account.form';
import { accountView } from './account.views';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { SessionsQueries } from './sessions.queries';
import { SessionsService } from './sessions.service';
import { originOf } from './sign-in.controller';
import { SignInService } from './sign-in.service';

/** One's own account: who I am, where I am signed in, my password, my language. */
@Controller('account')
export class AccountController {
  constructor(
    private readonly people: PeopleQueries,
    private readonly service: PeopleService,
    private readonly sessions: SessionsService,
    private readonly ownSessions: SessionsQueries,
    private readonly signIn: SignInService,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy('session.own')
  show(
    @CurrentViewer() viewer: Viewer,
    @Req() request: AppRequest,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.own(viewer, sessionOf(request), {}, words);
  }

  @Post('password')
  @Policy('session.own')
  async changePassword(
    @CurrentViewer() viewer: Viewer,
    @Req() request: AppRequest,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const session = sessionOf(request);
    const form = validateForm(PasswordForm, body, words);
    if (!form.ok) return this.own(viewer, session, byField(form.errors), words);
    const { current, password, again } = form.value;
    if (again !== password)
      return this.own(viewer, session, { again: words.t('account.error.again') }, words);
    const asked = await this.ownSessions.needsPassword(viewer.personId, session);
    if (asked && !(await this.signIn.confirms(viewer.personId, current, originOf(request))))
      return this.own(viewer, session, { current: words.t('account.error.current') }, words);
    const error = await this.refused(
      () => this.service.setPassword(viewer.personId, password, session),
      words,
    );
    if (error) return this.own(viewer, session, { password: error }, words);
    return seeOther('/account', { tone: 'ok', text: words.t('account.password.changed') });
  }

  @Post('sessions/:id/ending')
  @Policy('session.own')
  async endSession(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    if ((await this.sessions.endOwn(viewer.personId, id)) === 0) throw new Refused(refuse('notFound'), 404);
    return seeOther('/account', { tone: 'ok', text: words.t('account.sessions.ended') });
  }

  @Post('sessions/ending')
  @Policy('session.own')
  async endOthers(
    @CurrentViewer() viewer: Viewer,
    @Req() request: AppRequest,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const n = await this.sessions.endOthers(viewer.personId, sessionOf(request));
    return seeOther('/account', { tone: 'ok', text: words.t('account.sessions.endedOthers', { n }) });
  }

  @Post('locale')
  @Policy('session.own')
  async chooseLocale(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Record<string, unknown>,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<SeeOther> {
    const locale = LOCALES.find((known) => known === typedText(body, 'locale')) ?? null;
    await this.service.setLocale(viewer.personId, locale);
    // The switch on the page outweighs the preference, so a choice made here replaces what was switched before.
    if (locale) rememberLocale(reply, locale, this.config.secure);
    else forgetLocale(reply);
    return seeOther('/account', {
      tone: 'ok',
      text: wordsFor(locale ?? this.config.LOCALE).t('account.locale.changed'),
    });
  }

  private async own(
    viewer: Viewer,
    sessionId: string,
    errors: Record<string, string>,
    words: Words,
  ): Promise<PageAnswer> {
    const [person, sessions, asksCurrent] = await Promise.all([
      this.people.byId(viewer.personId),
      this.ownSessions.ofPerson(viewer.personId),
      this.ownSessions.needsPassword(viewer.personId, sessionId),
    ]);
    if (!person) throw new Refused(refuse('notFound'), 404);
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return page('people/account', accountView({ person, sessions, sessionId, asksCurrent, errors }, words), {
      status,
    });
  }

  /** The sentence of a rule that said no to a new password; null when it went well. */
  private async refused(work: () => Promise<void>, words: Words): Promise<string | null> {
    try {
      await work();
      return null;
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return words.t(`refusal.${because}`, details);
    }
  }
}

function sessionOf(request: AppRequest): string {
  const { sessionId } = visitOf(request);
  if (!sessionId) throw new Error('This route needs a signed-in person');
  return sessionId;
}
