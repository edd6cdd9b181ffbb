import { Controller, Get, Post } from '@nestjs/common';
import { Refused, refuse } from '../domain/shared/refusal';
import { PageAnswer, page, SeeOther, seeOther } from '../http/answers';
import { CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { FirstStart } from './first-start';
import { SetupForm } from './setup.form';
import { setupView } from './setup.views';

/** The first start in production: registers the administrator with the code from the console; then it is gone. */
@Controller('setup')
export class SetupController {
  constructor(private readonly firstStart: FirstStart) {}

  @Get()
  @Policy('session.setup')
  async show(@CurrentWords() words: Words): Promise<PageAnswer> {
    if (!(await this.firstStart.isOpen())) throw new Refused(refuse('setupOver'), 404);
    return page('people/setup', setupView({}, {}, words));
  }

  @Post()
  @Policy('session.setup')
  async register(
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    if (!(await this.firstStart.isOpen())) throw new Refused(refuse('setupOver'), 404);
    const form = validateForm(SetupForm, body, words);
    if (!form.ok) return this.again(body, byField(form.errors), words);
    try {
      await this.firstStart.register(form.value);
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return this.again(body, { [fieldOf(because)]: words.t(`refusal.${because}`, details) }, words);
    }
    return seeOther('/sign-in', { tone: 'ok', text: words.t('setup.done') });
  }

  private again(body: Record<string, unknown>, errors: Record<string, string>, words: Words): PageAnswer {
    return page('people/setup', setupView(body, errors, words), { status: 422 });
  }
}

function fieldOf(because: string): string {
  if (because.startsWith('password')) return 'password';
  return because === 'setupCodeWrong' ? 'code' : 'email';
}
