import { Controller, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { FRESH_PROOF, FRESH_PROOF_MINUTES, type FreshProofRule } from '../domain/settings/fresh-proof';
import type { PageAnswer, SeeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { SettingPage } from '../http/views/setting-page';
import { SettingController } from '../settings/setting.controller';
import type { Words } from '../words/words';

const { fewest, most } = FRESH_PROOF_MINUTES;

/** How old a proof may be: read by the office, changed by whoever has just shown who they are. */
@Controller('admin/settings/fresh-proof')
export class FreshProofController extends SettingController<FreshProofRule> {
  protected readonly setting = FRESH_PROOF;
  protected readonly page: SettingPage<FreshProofRule> = {
    href: '/admin/settings/fresh-proof',
    word: 'freshProof',
    dataPage: 'setting',
    typed: (rule) => rule,
    groups: (fields) => [{ fields: [fields.number('minutes', { unit: fields.words.t('freshProof.unit') })] }],
    read: (form) => ({ minutes: form.whole('minutes', [fewest, most]) }),
  };

  @Post()
  @Policy('setting.change')
  @AsksProof()
  override change(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return super.change(viewer, body, words);
  }
}
