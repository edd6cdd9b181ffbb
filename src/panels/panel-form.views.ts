import { PANEL_KINDS, SEAT_FUNCTIONS } from '../domain/rubric/panel-kind';
import { pageHead } from '../http/views/acts';
import { errorSummary, ErrorSummary, Field, selectField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import { type FormErrors, seatColumns, seatControl, type TypedPanel, type TypedSeat } from './panel.form';

type Choice = { readonly value: string; readonly label: string };

/** Whom and what a seat may be given to. */
export interface SeatChoices {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly panelists: readonly { readonly id: string; readonly name: string; readonly unitName: string }[];
}

export interface PanelFormModel extends PageModel {
  errors: ErrorSummary | null;
  /** What has to exist before there can be a panel; '' once it does. */
  missing: string;
  fields: Field[];
  columns: { label: string }[];
  rows: { label: string; cells: Field[] }[];
}

export interface PanelFormFacts extends SeatChoices {
  readonly leaders: readonly { readonly id: string; readonly name: string; readonly unitName: string }[];
  readonly typed: TypedPanel;
  readonly errors: FormErrors;
}

/** The form for a new panel: its name, its chair, and a fixed number of rows for its seats. */
export function panelFormView(facts: PanelFormFacts, words: Words): PanelFormModel {
  const { leaders, typed, errors } = facts;
  const title = words.t('panels.new.title');
  return {
    page: {
      title,
      dataPage: 'panel-new',
      crumbs: [
        { label: words.t('panels.crumb.desk'), href: '/' },
        { label: words.t('panels.list.title'), href: '/panels' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('panels.new.meta')] }),
    },
    errors: errorSummary(
      words.t('ui.errors.title', { n: Object.keys(errors).length }),
      Object.entries(errors).map(([field, message]) => ({ field, message: withRow(field, message, words) })),
    ),
    missing: missingOf(facts, words),
    fields: [
      textField({
        name: 'name',
        label: words.t('panels.field.name'),
        value: typed.name,
        error: errors['name'] ?? '',
        hint: words.t('panels.hint.name'),
        required: true,
        autocomplete: 'off',
      }),
      selectField({
        name: 'chairId',
        label: words.t('panels.col.chair'),
        error: errors['chairId'] ?? '',
        hint: words.t('panels.hint.chair'),
        required: true,
        options: options(leaders.map(personChoice), typed.chairId, words.t('ui.choose')),
      }),
      selectField({
        name: 'deputyId',
        label: words.t('chairs.deputy'),
        error: errors['deputyId'] ?? '',
        hint: words.t('chairs.deputy.hint'),
        options: options(leaders.map(personChoice), typed.deputyId, words.t('chairs.deputy.none')),
      }),
    ],
    columns: seatColumns.map((column) => ({ label: words.t(`panels.field.${column}`) })),
    rows: typed.seats.map((seat, at) => ({
      label: words.t('panels.row', { n: at + 1 }),
      cells: seatFields(seat, facts, words, (column) => seatControl(at, column), errors),
    })),
  };
}

/** The controls of one seat. `nameOf` gives a control's name by its column. */
export function seatFields(
  seat: TypedSeat,
  { units, panelists }: SeatChoices,
  words: Words,
  nameOf: (column: string) => string,
  errors: FormErrors,
): Field[] {
  const people = panelists.map(personChoice);
  const lists: Record<keyof TypedSeat, [choices: Choice[], none: string]> = {
    kind: [
      PANEL_KINDS.map((kind) => ({ value: kind, label: words.t(`panelKind.${kind}`) })),
      words.t('ui.choose'),
    ],
    unitId: [units.map(({ id, name }) => ({ value: id, label: name })), words.t('ui.choose')],
    function: [
      SEAT_FUNCTIONS.map((duty) => ({ value: duty, label: words.t(`seatFunction.${duty}`) })),
      words.t('panels.none'),
    ],
    holderId: [people, words.t('panels.vacant')],
    alternateId: [people, words.t('panels.noAlternate')],
  };
  return seatColumns.map((column) => {
    const [choices, none] = lists[column];
    return selectField({
      name: nameOf(column),
      label: words.t(`panels.field.${column}`),
      error: errors[nameOf(column)] ?? '',
      options: options(choices, seat[column], none),
    });
  });
}

function options(choices: readonly Choice[], chosen: string, none: string) {
  return [
    { value: '', label: none, selected: chosen === '' },
    ...choices.map((choice) => ({ ...choice, selected: choice.value === chosen })),
  ];
}

const personChoice = ({ id, name, unitName }: { id: string; name: string; unitName: string }): Choice => ({
  value: id,
  label: `${name}　${unitName}`,
});

/** Away from its row a message says which one it is about. */
function withRow(field: string, message: string, words: Words): string {
  const row = /^seats\[(\d+)\]/.exec(field)?.[1];
  return row === undefined ? message : words.t('panels.row.error', { n: Number(row) + 1, message });
}

function missingOf({ leaders, panelists }: PanelFormFacts, words: Words): string {
  if (leaders.length === 0) return words.t('panels.missing.leader');
  return panelists.length === 0 ? words.t('panels.missing.panelist') : '';
}
