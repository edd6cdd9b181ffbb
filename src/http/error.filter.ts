import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Refused } from '../domain/shared/refusal';
import type { Locale } from '../words/catalogue';
import { wordsFor, Words } from '../words/words';
import { SignInPage } from './sign-in-page';
import { refusalView, toldStatus } from './error.views';
import { NotProven } from './fresh-proof';
import { FrameBuilder } from './frame-builder';
import { KeptForm, keepForm } from './kept-form';
import { localeOf } from './locale';
import { RefusalWatch } from './refusal-watch';
import type { AppReply, AppRequest } from './request';
import { NotSignedIn, StaleForm } from './stale-form';
import type { PageModel } from './views/frame';
import { proofPage } from './views/proof';
import { errorPage, Message, replayPage } from './views/message';
import { ViewEngine } from './views/view-engine';

/** The one place where an error becomes a page. Surprises are logged with the request id and told without detail. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly views: ViewEngine,
    private readonly frames: FrameBuilder,
    private readonly config: Config,
    private readonly signIn: SignInPage,
    private readonly watch: RefusalWatch,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<AppRequest>();
    const reply = host.switchToHttp().getResponse<AppReply>();
    const words = wordsOf(request, this.config.LOCALE);
    if (error instanceof NotSignedIn) return this.askToSignIn(error, request, reply, words);
    if (error instanceof NotProven) {
      const model = proofPage(error.asked, keepForm(request.url, error.fields), words);
      return this.send(reply, 401, 'errors/proof', model, request);
    }
    if (error instanceof Refused) this.tell(error, request);
    const { status, model } = this.explain(error, request, words);
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    this.send(reply, status, 'errors/message', model, request);
  }

  private explain(error: unknown, request: AppRequest, words: Words): { status: number; model: Message } {
    if (error instanceof StaleForm) {
      const { action, fields } = formOf(request);
      return { status: 403, model: replayPage(action, fields, words, request.id) };
    }
    if (error instanceof Refused) {
      const { refusal, status } = error;
      const form = status === 409 || status === 422 ? formWithFields(request) : null;
      return { status, model: refusalView(refusal, status, form, request.id, words) };
    }
    const status = statusOf(error);
    return { status, model: errorPage(toldStatus(status), words, { requestId: request.id }) };
  }

  private tell({ keptFrom, refusal }: Refused, request: AppRequest): void {
    if (keptFrom !== null || refusal.because === 'notForYourRole') this.watch.refused(request, keptFrom);
  }

  /** A page is asked for again after signing in; a form is carried over, so that nothing typed is lost. */
  private askToSignIn(error: NotSignedIn, request: AppRequest, reply: AppReply, words: Words): void {
    const sent = request.method !== 'GET' && request.method !== 'HEAD';
    if (error.kind === 'person' && !sent) {
      void reply
        .status(303)
        .header('location', `/sign-in?next=${encodeURIComponent(request.url)}`)
        .send('');
      return;
    }
    const { view, model } = this.signIn.again(error, sent ? formOf(request) : null, words, request.id);
    this.send(reply, 401, view, model, request);
  }

  private send(reply: AppReply, status: number, view: string, model: PageModel, request: AppRequest): void {
    const html = this.views.render(view, model, this.frames.frameFor(request, reply));
    void reply
      .status(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(html);
  }
}

/** Also for a request that no route matched, which therefore nobody has identified. */
function wordsOf(request: AppRequest, cityWide: Locale): Words {
  return request.visit?.words ?? wordsFor(localeOf(request, null, cityWide));
}

function formOf(request: AppRequest): KeptForm {
  return keepForm(request.url, request.body);
}

function formWithFields(request: AppRequest): KeptForm | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  const form = formOf(request);
  return form.fields.length > 0 ? form : null;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}
