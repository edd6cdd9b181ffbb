import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { wordsFor } from '../../words/words';
import { Identity } from '../identity';
import { localeOf } from '../locale';
import type { AppRequest } from '../request';

/** First of the guards: who is it, and in which language do we speak? Lets everyone through. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly identity: Identity,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const identified = await this.identity.of(request);
    const locale = localeOf(request, identified.viewer?.locale ?? null, this.config.LOCALE);
    request.visit = { ...identified, words: wordsFor(locale) };
    return true;
  }
}
