import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../../config/config';
import { Refused, refuse } from '../../domain/shared/refusal';
import { verifyCsrf } from '../csrf';
import { takesFilesKey } from '../decorators';
import type { AppRequest } from '../request';
import { StaleForm } from '../stale-form';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * An unsafe request has to come from a page of ours: not from another site (Sec-Fetch-Site, Origin) and with the
 * page's CSRF field. A page that is merely too old is answered with what was typed and a button to send it again.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    if (safe.has(request.method)) return true;
    if (this.comesFromElsewhere(request)) throw new Refused(refuse('otherSite'), 403);
    // The fields of a multipart form arrive as a stream: where files are taken, their reader checks the token first.
    if (isMultipart(request) && this.takesFiles(context)) return true;
    if (await verifyCsrf(request)) return true;
    throw new StaleForm();
  }

  private takesFiles(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(takesFilesKey, context.getHandler()) === true;
  }

  private comesFromElsewhere(request: AppRequest): boolean {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
    const { origin } = request.headers;
    // Our pages say no-referrer, for which browsers send the origin `null`: then the token has to speak.
    if (origin === undefined || origin === 'null') return false;
    return origin !== new URL(this.config.BASE_URL).origin && hostOf(origin) !== request.headers.host;
  }
}

export function isMultipart(request: AppRequest): boolean {
  return /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
