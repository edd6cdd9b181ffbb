import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import {
  GRADED_GROUNDS,
  INTEREST_GRADES,
  interestGrades,
  type InterestGrade,
  type InterestGrades,
} from '../domain/round/interest-grades';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText, type FieldError } from '../http/forms';
import { radiosField } from '../http/views/fields';
import { settingPage } from '../http/views/setting-page';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';

type Form = Record<string, unknown>;

export const INTEREST_GRADES_PAGE = '/admin/settings/interest-grades';

/** 利害关系分级: which relation recuses by rule, which has to be decided, which is only said. */
@Controller('admin/settings/interest-grades')
export class InterestGradesController {
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
    const { value, errors } = readGrades(body, words);
    if (errors.length > 0) return this.form(viewer, body, errors, words);
    const refusal = await this.forms.change(viewer, interestGrades, value, body);
    if (refusal !== null) {
      const message = words.t(`refusal.${refusal.because}`, refusal.details);
      return this.form(viewer, body, [{ field: 'reason', message }], words);
    }
    return seeOther(INTEREST_GRADES_PAGE, { tone: 'ok', text: words.t('citySetting.saved') });
  }

  private async form(
    viewer: Viewer,
    typed: Form | null,
    errors: readonly FieldError[],
    words: Words,
  ): Promise<PageAnswer> {
    const { current, history, mayChange } = await this.forms.shown(viewer, interestGrades);
    const fields = GRADED_GROUNDS.map((ground) => {
      const chosen = typed === null ? current.value[ground] : typedText(typed, ground);
      return radiosField({
        name: ground,
        label: words.t(`interestGrades.${ground}`),
        error: errors.find(({ field }) => field === ground)?.message ?? '',
        options: INTEREST_GRADES.map((grade) => ({
          value: grade,
          label: words.t(`interestGrades.grade.${grade}`),
          selected: grade === chosen,
          disabled: !mayChange,
        })),
      });
    });
    const model = settingPage(
      {
        word: 'interestGrades',
        href: INTEREST_GRADES_PAGE,
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

function readGrades(body: Form, words: Words): { value: InterestGrades; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const grades = GRADED_GROUNDS.map((ground) => {
    const typed = typedText(body, ground);
    const grade = INTEREST_GRADES.find((known): known is InterestGrade => known === typed);
    if (grade === undefined) errors.push({ field: ground, message: words.t('interestGrades.error') });
    return [ground, grade] as const;
  });
  return { value: Object.fromEntries(grades) as unknown as InterestGrades, errors };
}
