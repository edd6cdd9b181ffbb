import { EXCLUSION_KINDS, SCOPE_KINDS } from '../domain/lead/scope-rules';
import { pageHead } from '../http/views/acts';
import {
  areaField,
  checksField,
  errorSummary,
  idOf,
  moneyField,
  numberField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ScopeError } from './scope-rules.form';

interface Part {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** The model of `scope/index`. */
export interface ScopeModel extends PageModel {
  readonly summary: ErrorSummary | null;
  readonly intro: string;
  readonly source: string;
  readonly basedOn: string;
  readonly thresholds: readonly Part[];
  readonly exclusions: readonly Part[];
  readonly other: readonly Field[];
  readonly reason: Field;
  readonly mayChange: boolean;
  readonly history: readonly { readonly text: string; readonly at: string }[];
}

export interface ScopeInput {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, ScopeError>;
  readonly version: number;
  readonly mayChange: boolean;
  readonly history: readonly {
    readonly version: number;
    readonly reason: string;
    readonly changedAt: string;
    readonly changedByLabel: string;
  }[];
}

export function scopeRulesView(input: ScopeInput, words: Words): ScopeModel {
  const { errors, version, history } = input;
  const title = words.t('scope.title');
  const field = new Fields(input, words);
  return {
    page: {
      title,
      dataPage: 'scope-rules',
      crumbs: [{ label: words.t('menu.settings'), href: '/admin/settings' }, { label: title }],
      head: pageHead({
        title,
        meta: [version === 0 ? words.t('scope.preset') : versionText(history[0], words)],
      }),
    },
    summary:
      errors.size === 0
        ? null
        : errorSummary(
            words.t('scope.error.title', { n: errors.size }),
            [...errors.keys()].map((name) => ({ field: name, message: field.errorOf(name) })),
          ),
    intro: words.t('scope.intro'),
    source: words.t('scope.source'),
    basedOn: String(version),
    thresholds: SCOPE_KINDS.map((kind) => ({
      title: words.t(`scope.kind.${kind}`),
      fields: [
        ...['totalWan', 'fixedAssetWan', 'countyTotalWan'].map((part) =>
          field.money(`thresholds[${kind}][${part}]`, `scope.${part}`),
        ),
        field.text(`thresholds[${kind}][industries]`, 'scope.industries'),
      ],
    })),
    exclusions: EXCLUSION_KINDS.map((kind) => ({
      title: words.t(`scope.exclusion.${kind}`),
      fields: [
        field.tick(`exclusions[${kind}][on]`, 'scope.on'),
        field.text(`exclusions[${kind}][industries]`, 'scope.industries'),
        field.text(`exclusions[${kind}][words]`, 'scope.words'),
      ],
    })),
    other: [
      field.percent('governmentPercent'),
      field.money('leadingTotalWan', 'scope.leadingTotalWan'),
      field.tick('countyOwned', 'scope.countyOwned'),
    ],
    reason: areaField({
      name: 'reason',
      label: words.t('scope.reason'),
      hint: words.t('scope.reasonHint'),
      required: true,
      rows: 2,
      max: 500,
      value: input.typed['reason'] ?? '',
      error: field.errorOf('reason'),
    }),
    mayChange: input.mayChange,
    history: history.map((row) => ({
      text: words.t('scope.history.line', { n: row.version, reason: row.reason }),
      at: versionText(row, words),
    })),
  };
}

function versionText(row: ScopeInput['history'][number] | undefined, words: Words): string {
  if (row === undefined) return '';
  const at = formatsFor(words).dateTime(row.changedAt);
  return words.t('scope.version', { n: row.version, at, by: row.changedByLabel });
}

/** The controls of the form, each with what was typed and what is wrong with it. */
class Fields {
  constructor(
    private readonly input: ScopeInput,
    private readonly words: Words,
  ) {}

  errorOf(name: string): string {
    const found = this.input.errors.get(name);
    return found === undefined ? '' : this.words.t(`scope.error.${found.because}`, found.details);
  }

  money(name: string, word: string): Field {
    return moneyField({ ...this.base(name, word), stacked: true }, this.words);
  }

  text(name: string, word: string): Field {
    return textField({ ...this.base(name, word), hint: this.words.t(`${word}Hint`), stacked: true });
  }

  percent(name: string): Field {
    return numberField({ ...this.base(name, `scope.${name}`), unit: '%', stacked: true });
  }

  tick(name: string, word: string): Field {
    const options = [
      { value: 'on', label: this.words.t(`${word}.tick`), selected: (this.input.typed[name] ?? '') !== '' },
    ];
    return checksField({ ...this.base(name, word), options, stacked: true });
  }

  private base(name: string, word: string) {
    return {
      name,
      id: idOf(name),
      label: this.words.t(word),
      value: this.input.typed[name] ?? '',
      error: this.errorOf(name),
      disabled: !this.input.mayChange,
    };
  }
}
