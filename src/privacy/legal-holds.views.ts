import type { Retention } from '../domain/privacy/retention';
import { pageHead } from '../http/views/acts';
import { areaField, errorSummary, textField, type Field } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { RetentionRun } from './legal-hold.entity';
import type { HoldLine } from './legal-holds.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

export interface HoldsInput {
  readonly holds: readonly HoldLine[];
  readonly runs: readonly RetentionRun[];
  readonly terms: Retention;
  readonly mayHold: boolean;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** `/retention`: holds, and what was erased. */
export function holdsPage({ holds, runs, terms, mayHold, typed, errors }: HoldsInput, words: Words) {
  const title = words.t('holds.title');
  const text = (name: string): string => {
    const value = typed[name];
    return typeof value === 'string' && !Object.keys(errors).some((key) => key.startsWith('reason-'))
      ? value
      : '';
  };
  return {
    page: {
      title,
      dataPage: 'retention-holds',
      crumbs: [{ label: title }],
      head: pageHead({
        title,
        meta: [words.t('holds.intro', { n: terms.contactMonths })],
        acts: [exportAct('/retention.xlsx', words)],
      }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    holds: holds.map((hold) => holdLine(hold, mayHold, errors, words)),
    fields: mayHold
      ? [
          textField({
            name: 'number',
            label: words.t('holds.number'),
            placeholder: 'L-2026-00017',
            value: text('number'),
            error: errors['number'] ?? '',
            required: true,
          }),
          reasonField('reason', text('reason'), errors['reason'] ?? '', words),
        ]
      : [],
    runs: runs.map((run) => runLine(run, words)),
  };
}

function reasonField(id: string, value: string, error: string, words: Words): Field {
  return areaField({
    name: 'reason',
    id,
    label: words.t('holds.reason'),
    value,
    error,
    rows: 2,
    required: true,
  });
}

function holdLine(hold: HoldLine, mayHold: boolean, errors: HoldsInput['errors'], words: Words) {
  const fmt = formatsFor(words);
  const stands = hold.liftedAt === null;
  const id = `reason-${hold.id}`;
  return {
    id: hold.id,
    href: `/leads/${hold.leadId}`,
    number: hold.number,
    reason: hold.reason,
    set: words.t('holds.line.set', { who: hold.setByLabel, at: fmt.dateTime(hold.setAt) }),
    lifted:
      hold.liftedAt === null
        ? ''
        : words.t('holds.line.lifted', {
            who: hold.liftedByLabel ?? '',
            at: fmt.dateTime(hold.liftedAt),
            reason: hold.liftedBecause ?? '',
          }),
    lifting:
      stands && mayHold
        ? {
            action: `/retention/holds/${hold.id}/lifting`,
            field: reasonField(id, '', errors[id] ?? '', words),
          }
        : null,
  };
}

function runLine({ id, at, leads, revisions, accessRecords, heldBack, copies }: RetentionRun, words: Words) {
  return {
    id,
    at: formatsFor(words).dateTime(at),
    what: words.t('holds.run', { leads, revisions, accessRecords, heldBack, copies }),
  };
}

/** The holds to take away, those lifted too. */
export function holdSheet(model: ReturnType<typeof holdsPage>, words: Words): Sheet {
  return listSheet(
    words.t('holds.title'),
    [
      [words.t('holds.number'), 18, 'number'],
      [words.t('holds.reason'), 50, 'reason'],
      [words.t('sheets.set'), 40, 'set'],
      [words.t('sheets.lifted'), 60, 'lifted'],
    ],
    model.holds,
  );
}
