import { FIT_CRITERIA, type FitWeights } from '../domain/fit/fit-weights';
import { typedText } from '../http/forms';
import { numberField, type Field } from '../http/views/fields';
import { settingGroups, type SettingGroupsFacts, type SettingGroupsModel } from '../http/views/setting-page';
import type { Words } from '../words/words';

/** The weights as a form; shut for those who only read. */
export function fitWeightsView(facts: SettingGroupsFacts<FitWeights>, words: Words): SettingGroupsModel {
  const { current, mayChange, typed, errors } = facts;
  const known: Readonly<Record<string, number>> = { ...current.value.chain, ...current.value.weights };
  // One name stands for a weight and for a degree nowhere: `chain` is the weight, its degrees are first, leading, wanted.
  const field = (name: string, unit: string): Field =>
    numberField({
      name,
      label: words.t(`fit.settings.${name}`),
      unit,
      inputmode: 'numeric',
      value: typed === null ? String(known[name] ?? 0) : typedText(typed, name),
      error: errors[name] ?? '',
      disabled: !mayChange,
    });
  const groups = [
    {
      title: words.t('fit.settings.weights'),
      note: words.t('fit.settings.weights.note'),
      fields: FIT_CRITERIA.map((criterion) => field(criterion, words.t('fit.settings.points'))),
    },
    {
      title: words.t('fit.settings.degrees'),
      note: words.t('fit.settings.degrees.note'),
      fields: ['first', 'leading', 'wanted'].map((place) => field(place, '%')),
    },
  ];
  const page = { word: 'fit.settings', dataPage: 'fit-weights', href: '/admin/settings/fit', groups };
  return settingGroups(facts, page, words);
}
