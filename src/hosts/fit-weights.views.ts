import { FIT_CRITERIA, type FitWeights } from '../domain/fit/fit-weights';
import { typedText } from '../http/forms';
import { pageHead } from '../http/views/acts';
import { errorSummary, numberField, textField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface FitWeightsModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly basedOn: string;
  readonly groups: readonly {
    readonly title: string;
    readonly note: string;
    readonly fields: readonly Field[];
  }[];
  readonly reason: Field;
  /** '' for those who only read. */
  readonly submit: string;
  readonly history: {
    readonly items: readonly { at: string; text: string; mark: boolean; seal: null; light: null }[];
  };
}

export interface FitWeightsFacts {
  readonly current: { readonly value: FitWeights; readonly version: number };
  readonly history: readonly {
    readonly version: number;
    readonly reason: string;
    readonly changedAt: string;
    readonly changedByLabel: string;
  }[];
  readonly mayChange: boolean;
  /** What was sent, when the form comes back. */
  readonly typed: Record<string, unknown> | null;
  readonly errors: Readonly<Record<string, string>>;
}

/** The weights as a form; shut for those who only read. */
export function fitWeightsView(facts: FitWeightsFacts, words: Words): FitWeightsModel {
  const { current, history, mayChange, typed, errors } = facts;
  const title = words.t('fit.settings.title');
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
  return {
    page: {
      title,
      dataPage: 'fit-weights',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.settings'), href: '/admin/settings' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('fit.settings.version', { n: current.version })] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action: '/admin/settings/fit',
    basedOn: typed === null ? String(current.version) : typedText(typed, 'basedOn'),
    groups: [
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
    ],
    reason: textField({
      name: 'reason',
      label: words.t('fit.settings.reason'),
      required: true,
      value: typed === null ? '' : typedText(typed, 'reason'),
      error: errors['reason'] ?? '',
    }),
    submit: mayChange ? words.t('fit.settings.save') : '',
    history: {
      items: history.map(({ version, reason, changedAt, changedByLabel }) => ({
        at: formatsFor(words).dateTimeShort(changedAt),
        text: words.t('fit.settings.change', { n: version, by: changedByLabel, reason }),
        mark: false,
        seal: null,
        light: null,
      })),
    },
  };
}
