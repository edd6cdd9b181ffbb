import { Controller, Post, Res } from '@nestjs/common';
import { Config } from '../config/config';
import { LOCALES } from '../words/catalogue';
import { SeeOther, seeOther } from './answers';
import { FormBody, Policy } from './decorators';
import { rememberLocale } from './locale';
import { ownPath } from './own-path';
import type { AppReply } from './request';

/** The language switch in the page: remembers the choice and comes back. */
@Controller('locale')
export class LocaleController {
  constructor(private readonly config: Config) {}

  @Post()
  @Policy('locale.switch')
  choose(@FormBody() body: Record<string, unknown>, @Res({ passthrough: true }) reply: AppReply): SeeOther {
    const locale = LOCALES.find((known) => known === body['locale']);
    if (locale) rememberLocale(reply, locale, this.config.secure);
    return seeOther(ownPath(body['next']));
  }
}
