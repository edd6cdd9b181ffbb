import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { map, Observable } from 'rxjs';
import { Config } from '../config/config';
import { DataAnswer, FileAnswer, PageAnswer, SeeOther } from './answers';
import { leaveFlash } from './flash';
import { FrameBuilder } from './frame-builder';
import type { AppReply, AppRequest } from './request';
import { withNamedErrors } from './views/summary-labels';
import { ViewEngine } from './views/view-engine';

/** Turns what a controller returned into a response: the one place where pages are rendered. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly views: ViewEngine,
    private readonly frames: FrameBuilder,
    private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AppRequest>();
    const reply = http.getResponse<AppReply>();
    return next.handle().pipe(map((answer: unknown) => this.answer(answer, request, reply)));
  }

  private answer(answer: unknown, request: AppRequest, reply: AppReply): unknown {
    if (answer instanceof PageAnswer) return this.page(answer, request, reply);
    if (answer instanceof SeeOther) {
      if (answer.flash) leaveFlash(reply, answer.flash, this.config.secure);
      // A script that sends files follows nothing: it would read the page, and its message, in place of the person.
      const status = request.headers['x-requested-with'] === 'upload' ? 201 : 303;
      void reply.status(status).header('location', answer.path);
      return '';
    }
    if (answer instanceof DataAnswer) {
      void reply
        .status(200)
        .headers(answer.headers)
        .header('content-type', 'application/json; charset=utf-8');
      return JSON.stringify(answer.value);
    }
    if (answer instanceof FileAnswer) {
      void reply.status(200).headers(answer.headers);
      return answer.body;
    }
    return answer;
  }

  private page(answer: PageAnswer, request: AppRequest, reply: AppReply): string {
    const frame = this.frames.frameFor(request, reply);
    const words = request.visit?.words;
    // A form that came back says of each message which control it is about, whatever feature made it.
    const isAgain = answer.status === 422 && words !== undefined;
    const model = isAgain ? withNamedErrors(answer.model, words) : answer.model;
    const html = this.views.render(answer.view, model, frame);
    void reply
      .status(answer.status)
      .header('content-type', 'text/html; charset=utf-8')
      .headers(answer.headers);
    return html;
  }
}
