import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import {
  DISPUTE_BOUNDS,
  DISPUTE_LIMITS,
  disputeLimits,
  type DisputeLimits,
} from '../domain/insight/dispute-limits';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText, type FieldError } from '../http/forms';
import { numberField } from '../http/views/fields';
import { settingPage } from '../http/views/setting-page';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';

type Form = Record<string, unknown>;

export const DISPUTE_LIMITS_PAGE = '/admin/settings/dispute-limits';

/** 分歧标准: from where on a disagreement of the panel is flagged. */
@Controller('admin/settings/dispute-limits')
export class DisputeLimitsController {
  constructor(private readonly forms: SettingForms) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.form(viewer, null, [], words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const { value, errors } = readLimits(body, words);
    if (errors.length > 0) return this.form(viewer, body, errors, words);
    const refusal = await this.forms.change(viewer, disputeLimits, value, body);
    if (refusal !== null) {
      const message = words.t(`refusal.${refusal.because}`, refusal.details);
      return this.form(viewer, body, [{ field: 'reason', message }], words);
    }
    return seeOther(DISPUTE_LIMITS_PAGE, { tone: 'ok', text: words.t('citySetting.saved') });
  }

  private async form(
    viewer: Viewer,
    typed: Form | null,
    errors: readonly FieldError[],
    words: Words,
  ): Promise<PageAnswer> {
    const { current, history, mayChange } = await this.forms.shown(viewer, disputeLimits);
    const fields = DISPUTE_LIMITS.map((name) =>
      numberField({
        name,
        label: words.t(`disputeLimits.${name}`),
        hint: words.t(`disputeLimits.${name}.hint`),
        unit: words.t(`disputeLimits.${name}.unit`),
        value: typed === null ? shown(name, current.value) : typedText(typed, name),
        error: errors.find(({ field }) => field === name)?.message ?? '',
        required: true,
        disabled: !mayChange,
      }),
    );
    const model = settingPage(
      {
        word: 'disputeLimits',
        href: DISPUTE_LIMITS_PAGE,
        fields,
        version: current.version,
        history,
        mayChange,
        typedReason: typed === null ? '' : typedText(typed, 'reason'),
        errors,
      },
      words,
    );
    return page('settings/form', model, { status: errors.length > 0 ? 422 : 200 });
  }
}

/** Marks are typed in steps with one decimal, `1.5`; they are kept in tenths. */
function shown(name: keyof typeof DISPUTE_BOUNDS, value: DisputeLimits): string {
  const figure = value[name];
  if (name !== 'markTenths') return String(figure);
  return `${Math.floor(figure / 10)}.${figure % 10}`;
}

function readLimits(body: Form, words: Words): { value: DisputeLimits; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const figures = DISPUTE_LIMITS.map((name) => {
    const { fewest, most } = DISPUTE_BOUNDS[name];
    const typed = typedText(body, name).normalize('NFKC').trim();
    const [, whole = '', tenth = '0'] =
      (name === 'markTenths' ? /^(\d)(?:\.(\d))?$/ : /^(\d{1,3})$/).exec(typed) ?? [];
    const figure =
      whole === '' ? Number.NaN : name === 'markTenths' ? Number(whole) * 10 + Number(tenth) : Number(whole);
    if (!(figure >= fewest && figure <= most)) {
      const key = name === 'markTenths' ? 'disputeLimits.error.steps' : 'disputeLimits.error.points';
      errors.push({ field: name, message: words.t(key, { fewest, most }) });
    }
    return [name, figure] as const;
  });
  return { value: Object.fromEntries(figures) as unknown as DisputeLimits, errors };
}
