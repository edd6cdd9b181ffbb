import { FIT_CRITERIA, HEAVIEST, type FitWeights } from '../domain/fit/fit-weights';
import type { SettingPage } from '../http/views/setting-page';

// One name stands for a weight and for a degree nowhere: `chain` is the weight, its degrees are first, leading, wanted.
const degrees = ['first', 'leading', 'wanted'] as const;

export const fitWeightsPage: SettingPage<FitWeights> = {
  href: '/admin/settings/fit',
  word: 'fit.settings',
  dataPage: 'fit-weights',
  typed: ({ weights, chain }) => ({ ...chain, ...weights }),
  groups: (fields) => {
    const unit = fields.words.t('fit.settings.points');
    return [
      {
        title: fields.words.t('fit.settings.weights'),
        note: fields.words.t('fit.settings.weights.note'),
        fields: FIT_CRITERIA.map((name) => fields.number(name, { unit })),
      },
      {
        title: fields.words.t('fit.settings.degrees'),
        note: fields.words.t('fit.settings.degrees.note'),
        fields: degrees.map((name) => fields.number(name, { unit: '%' })),
      },
    ];
  },
  read: (form) => {
    const whole = (name: string): number => form.whole(name, [0, HEAVIEST]);
    const weights = Object.fromEntries(
      FIT_CRITERIA.map((name) => [name, whole(name)]),
    ) as FitWeights['weights'];
    if (FIT_CRITERIA.every((name) => weights[name] === 0)) form.wrong('chain', 'fit.settings.allZero');
    return { weights, chain: { first: whole('first'), leading: whole('leading'), wanted: whole('wanted') } };
  },
};
