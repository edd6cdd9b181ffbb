import { PAPERS, REASON_FIELDS, type ReturnReason } from '../domain/intake/return-reasons';
import { pageHead } from '../http/views/acts';
import {
  areaField,
  errorSummary,
  selectField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { FieldError } from '../http/forms';
import type { PageModel } from '../http/views/frame';
import type { CurrentSetting } from '../settings/city-settings.queries';
import type { Words } from '../words/words';
import { reasonField } from './intake-pane-fields.views';

/** One row of the form: texts as they were typed. */
export interface ReasonRow {
  readonly code: string;
  readonly text: string;
  readonly field: string;
}

/** The model of `intake/return-reasons`. */
export interface ReturnReasonsModel extends PageModel {
  readonly summary: ErrorSummary | null;
  readonly basedOn: string;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly fields: readonly Field[];
  }[];
  readonly reason: Field;
  readonly mayChange: boolean;
}

/** Blank rows after the last one, for new reasons. */
const BLANK = 3;

export function returnReasonsView(
  current: CurrentSetting<readonly ReturnReason[]>,
  sent: { rows: readonly ReasonRow[]; reason: string; errors: readonly FieldError[] } | null,
  mayChange: boolean,
  words: Words,
): ReturnReasonsModel {
  const title = words.t('intake.reasons.title');
  const kept: readonly ReasonRow[] = sent?.rows ?? current.value;
  const blank: ReasonRow = { code: '', text: '', field: REASON_FIELDS[0] ?? PAPERS };
  const rows = mayChange && sent === null ? [...kept, ...Array.from({ length: BLANK }, () => blank)] : kept;
  const error = (name: string): string => sent?.errors.find(({ field }) => field === name)?.message ?? '';
  const options = REASON_FIELDS.map((value) => ({ value, label: reasonField(value, words) }));
  return {
    page: {
      title,
      dataPage: 'return-reasons',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.settings'), href: '/admin/settings' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('intake.reasons.meta', { n: current.value.length })] }),
    },
    summary:
      sent === null ? null : errorSummary(words.t('ui.errors.title', { n: sent.errors.length }), sent.errors),
    basedOn: String(current.version),
    rows: rows.map((row, at) => ({
      code: row.code,
      name: `rows[${at}][code]`,
      fields: [
        textField({
          name: `rows[${at}][text]`,
          label: words.t('intake.reasons.text', { n: at + 1 }),
          value: row.text,
          max: 200,
          disabled: !mayChange,
          error: error(`rows[${at}][text]`),
          stacked: true,
        }),
        selectField({
          name: `rows[${at}][field]`,
          label: words.t('intake.reasons.field'),
          disabled: !mayChange,
          error: error(`rows[${at}][field]`),
          options: options.map((option) => ({ ...option, selected: option.value === row.field })),
          stacked: true,
        }),
      ],
    })),
    reason: areaField({
      name: 'reason',
      label: words.t('intake.reasons.why'),
      hint: words.t('intake.reasons.why.hint'),
      value: sent?.reason ?? '',
      error: error('reason'),
      rows: 2,
      max: 500,
    }),
    mayChange,
  };
}
