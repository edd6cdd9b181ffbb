import type { FairCompetitionRules } from '../domain/fair-competition/flag-rules';
import { errorOf, typedText, type FieldError } from '../http/forms';
import { areaField, checksField, textField, type Field } from '../http/views/fields';
import { officeForm } from '../http/views/office-form';
import { settingHead, settingTimeline, type SettingOfficeModel } from '../http/views/setting-page';
import type { CurrentSetting } from '../settings/city-settings.queries';
import type { CitySettingVersion } from '../settings/city-setting.entity';
import type { Words } from '../words/words';
import { listOf, ruleCells, ruleRows, type RuleCells } from './gate-rules.form';

export interface GateRulesPage {
  readonly current: CurrentSetting<FairCompetitionRules>;
  readonly history: readonly CitySettingVersion[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly mayChange: boolean;
}

/** The rules of the gate, as a form; shut for those who only read. */
export function gateRulesView(
  { current, history, units, mayChange }: GateRulesPage,
  sent: { readonly body: Record<string, unknown>; readonly errors: readonly FieldError[] } | null,
  words: Words,
): SettingOfficeModel {
  const title = words.t('gate.rules.title');
  const errors = sent?.errors ?? [];
  const held = current.value;
  const rows = sent === null ? held.rules.map((rule) => ruleCells(rule, words)) : ruleRows(sent.body);
  const ticked = (name: 'secretariatReviews' | 'unlawfulMayBeVoted' | 'unprovedNeedsOpinion'): Field =>
    checksField({
      name,
      label: words.t(`gate.rules.field.${name}`),
      disabled: !mayChange,
      error: errorOf(errors, name),
      options: [
        {
          value: '1',
          label: words.t(`gate.rules.field.${name}.yes`),
          selected: sent === null ? held[name] : typedText(sent.body, name) === '1',
        },
      ],
    });
  const chosen = sent === null ? held.reviewUnits : listOf(sent.body['reviewUnits']);
  return {
    page: settingHead({ title }, words),
    intro: words.t('gate.rules.intro'),
    form: officeForm(
      {
        action: '/admin/settings/fair-competition',
        hidden: [
          {
            name: 'basedOn',
            value: sent === null ? String(current.version) : typedText(sent.body, 'basedOn'),
          },
        ],
        errors,
        groups: [
          {
            title: words.t('gate.rules.who'),
            fields: [
              ticked('secretariatReviews'),
              checksField({
                name: 'reviewUnits[]',
                id: 'reviewUnits',
                label: words.t('gate.rules.field.reviewUnits'),
                hint: words.t('gate.rules.hint.reviewUnits'),
                optional: true,
                disabled: !mayChange,
                options: units.map(({ code, name }) => ({
                  value: code,
                  label: name,
                  selected: chosen.includes(code),
                })),
              }),
              ticked('unprovedNeedsOpinion'),
              ticked('unlawfulMayBeVoted'),
            ],
          },
          ...ruleGroups(rows, errors, mayChange, words),
          {
            fields: [
              textField({
                name: 'reason',
                label: words.t('policies.field.reason'),
                value: sent === null ? '' : typedText(sent.body, 'reason'),
                required: true,
                disabled: !mayChange,
                error: errorOf(errors, 'reason'),
                autocomplete: 'off',
              }),
            ],
          },
        ],
        submit: words.t('gate.rules.save'),
        cancel: { label: words.t('ui.back'), href: '/admin/settings' },
        why: mayChange ? '' : words.t('gate.rules.readOnly'),
      },
      words,
    ),
    history: settingTimeline(history, words),
  };
}

function ruleGroups(
  rows: readonly RuleCells[],
  errors: readonly FieldError[],
  mayChange: boolean,
  words: Words,
) {
  const none: RuleCells = { code: '', name: '', types: '', patterns: '', basis: '' };
  return [...rows, ...(mayChange ? [none] : [])].map((cells, at) => {
    const shared = (part: keyof RuleCells) => ({
      name: `rules[${at}][${part}]`,
      label: words.t(`gate.rules.field.${part}`),
      value: cells[part],
      error: errorOf(errors, `rules[${at}][${part}]`),
      disabled: !mayChange,
      autocomplete: 'off',
    });
    return {
      title: cells.name || words.t('gate.rules.new'),
      note: at < rows.length ? words.t('gate.rules.remove') : '',
      fields: [
        textField(shared('name')),
        textField({ ...shared('code'), hint: words.t('gate.rules.hint.code') }),
        textField({ ...shared('types'), optional: true, hint: words.t('gate.rules.hint.types') }),
        areaField({
          ...shared('patterns'),
          optional: true,
          rows: 4,
          hint: words.t('gate.rules.hint.patterns'),
        }),
        textField(shared('basis')),
      ],
    };
  });
}
