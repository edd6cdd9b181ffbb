import { Controller } from '@nestjs/common';
import {
  GRADED_GROUNDS,
  INTEREST_GRADES,
  interestGrades,
  type InterestGrade,
  type InterestGrades,
} from '../domain/round/interest-grades';
import type { SettingPage } from '../http/views/setting-page';
import { SettingController } from '../settings/setting.controller';

/** 利害关系分级: which relation recuses by rule, which has to be decided, which is only said. */
@Controller('admin/settings/interest-grades')
export class InterestGradesController extends SettingController<InterestGrades> {
  protected readonly setting = interestGrades;
  protected readonly page: SettingPage<InterestGrades> = {
    href: '/admin/settings/interest-grades',
    word: 'interestGrades',
    dataPage: 'setting',
    typed: (grades) => grades,
    groups: (fields) => {
      const choices = INTEREST_GRADES.map((value) => ({
        value,
        label: fields.words.t(`interestGrades.grade.${value}`),
      }));
      return [{ fields: GRADED_GROUNDS.map((ground) => fields.radios(ground, choices)) }];
    },
    read: (form) => {
      const grades = GRADED_GROUNDS.map((ground) => {
        const typed = form.text(ground);
        const grade = INTEREST_GRADES.find((known): known is InterestGrade => known === typed);
        if (grade === undefined) form.wrong(ground, 'interestGrades.error');
        return [ground, grade] as const;
      });
      return Object.fromEntries(grades) as unknown as InterestGrades;
    },
  };
}
