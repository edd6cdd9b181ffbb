import type { Agreement } from '../domain/insight/agreement';
import type { Alpha, AlphaReading } from '../domain/insight/alpha';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { Words } from '../words/words';

const tones: Readonly<Record<AlphaReading, TagTone>> = {
  reliable: 'green',
  tentative: '',
  weak: 'amber',
  none: 'red',
  undefined: 'line',
};

/** Krippendorff's alpha in words. */
export interface AlphaModel {
  readonly value: string;
  readonly reading: Tag;
  readonly compared: string;
}

/** The model of `results/_agreement`. */
export interface AgreementModel extends AlphaModel {
  readonly says: string;
  readonly few: string;
  readonly criteria: readonly (AlphaModel & { readonly name: string })[];
}

export function agreementView(
  { overall, criteria, few }: Agreement,
  named: (code: string) => string,
  words: Words,
): AgreementModel {
  return {
    ...alphaModel(overall, words),
    says: words.t(`insight.alpha.says.${overall.reading}`),
    few: few ? words.t('insight.alpha.few', { n: overall.units }) : '',
    criteria: criteria.map(({ criterion, alpha }) => ({
      name: named(criterion),
      ...alphaModel(alpha, words),
    })),
  };
}

/** Two decimals, rounded half-up; the reading goes by the exact value. */
export function alphaModel({ value, reading, units, values }: Alpha, words: Words): AlphaModel {
  return {
    value: value === null ? words.t('results.score.none') : value.toDecimal(2).replace('-', '−'),
    reading: tag(words.t(`insight.alpha.${reading}`), tones[reading], `alpha-${reading}`),
    compared: words.t('insight.alpha.compared', { units, values }),
  };
}
