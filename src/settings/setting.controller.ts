import { Get, Injectable, OnModuleInit, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { Setting } from '../domain/settings/setting';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { PageAnswer, SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { SettingPage } from '../http/views/setting-page';
import type { Words } from '../words/words';
import { SettingForms } from './setting-forms.service';
import { SettingsCatalogue } from './settings-catalogue.service';

/** The page of one setting, which enters itself in the list of all. Each feature makes its own of it. */
@Injectable()
export abstract class SettingController<T extends CanonicalValue> implements OnModuleInit {
  protected abstract readonly setting: Setting<T>;
  protected abstract readonly page: SettingPage<T>;

  constructor(
    private readonly forms: SettingForms,
    private readonly catalogue: SettingsCatalogue,
  ) {}

  onModuleInit(): void {
    const { href, word } = this.page;
    this.catalogue.register(this.setting, { href, word: `${word}.title` });
  }

  /** The page with what may be chosen at present; for most it is always the same. */
  protected current(): SettingPage<T> | Promise<SettingPage<T>> {
    return this.page;
  }

  @Get()
  @Policy('admin.read')
  async show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.forms.show(viewer, this.setting, await this.current(), words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return this.forms.change(viewer, this.setting, await this.current(), body, words);
  }
}
