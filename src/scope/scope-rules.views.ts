import { EXCLUSION_KINDS, SCOPE_KINDS, type ScopeRules } from '../domain/lead/scope-rules';
import { groupField, type Field } from '../http/views/fields';
import type { SettingFields } from '../http/views/setting-fields';
import type { SettingGroup, SettingPage } from '../http/views/setting-page';
import { AMOUNTS, readScope, typedScope } from './scope-rules.form';

export const scopeRulesPage: SettingPage<ScopeRules> = {
  href: '/admin/settings/scope-rules',
  word: 'scope',
  dataPage: 'scope-rules',
  typed: typedScope,
  groups: groupsOf,
  read: readScope,
};

function groupsOf(fields: SettingFields): SettingGroup[] {
  const { words } = fields;
  const none = { required: false, stacked: true };
  const list = (name: string, word: string): Field =>
    fields.text(name, { ...none, label: words.t(word), hint: words.t(`${word}Hint`) });
  return [
    {
      title: words.t('scope.thresholds'),
      note: words.t('scope.threshold.note'),
      fields: SCOPE_KINDS.map((kind) =>
        groupField({
          name: `thresholds[${kind}]`,
          wide: true,
          label: words.t(`scope.kind.${kind}`),
          fields: [
            ...AMOUNTS.map((part) =>
              fields.money(`thresholds[${kind}][${part}]`, { ...none, label: words.t(`scope.${part}`) }),
            ),
            list(`thresholds[${kind}][industries]`, 'scope.industries'),
          ],
        }),
      ),
    },
    {
      title: words.t('scope.exclusions'),
      note: words.t('scope.exclusion.note'),
      fields: EXCLUSION_KINDS.map((kind) =>
        groupField({
          name: `exclusions[${kind}]`,
          wide: true,
          label: words.t(`scope.exclusion.${kind}`),
          fields: [
            fields.tick(`exclusions[${kind}][on]`, {
              ...none,
              label: words.t('scope.on'),
              yes: words.t('scope.on.yes'),
            }),
            list(`exclusions[${kind}][industries]`, 'scope.industries'),
            list(`exclusions[${kind}][words]`, 'scope.words'),
          ],
        }),
      ),
    },
    {
      title: words.t('scope.other'),
      fields: [
        fields.number('governmentPercent', { unit: '%', inputmode: 'decimal' }),
        fields.money('leadingTotalWan', { required: false }),
        fields.tick('countyOwned'),
      ],
    },
  ];
}
