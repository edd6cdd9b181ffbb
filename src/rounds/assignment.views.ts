import type { Pair } from '../domain/assignment/assignment';
import { review } from '../domain/assignment/review';
import type { Shortage } from '../domain/assignment/shortage';
import { PANEL_KINDS } from '../domain/rubric/panel-kind';
import type { RuleSet } from '../domain/rubric/rule-set';
import { act, pageHead, type Act } from '../http/views/acts';
import { errorSummary, groupField, numberField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { judgedBy } from './round-planning.views';
import {
  gridColumns,
  gridGroups,
  itemLines,
  summaryOf,
  type GridColumn,
  type GridGroup,
  type ItemLine,
} from './assignment-grid.views';
import type { AssignmentTyped } from './assignment.form';
import type { AssignmentRow } from './assignment.entity';
import type { AssignmentMaterial } from './assignments.queries';
import type { Round } from './round.entity';

/** Where the ticks of the page come from. */
export type Shown = 'proposed' | 'applied' | 'checked';

export interface AssignmentAsked {
  readonly round: Round;
  readonly rules: RuleSet;
  /** Null while everybody judges everything. */
  readonly row: AssignmentRow | null;
  readonly material: AssignmentMaterial;
  readonly pairs: readonly Pair[];
  readonly shown: Shown;
  readonly shortages: readonly Shortage[];
  readonly typed: AssignmentTyped;
  readonly errors: Readonly<Record<string, string>>;
  /** Why the ticks could not be applied; '' when nothing was refused. */
  readonly refusal: string;
  readonly mayAct: boolean;
}

export interface AssignmentModel extends PageModel {
  errors: ErrorSummary | null;
  refused: object | null;
  planAction: string;
  fields: Field[];
  mayAct: boolean;
  short: object | null;
  grid: {
    action: string;
    note: object;
    summary: string;
    columns: GridColumn[];
    groups: GridGroup[];
    check: Act;
    apply: Act;
    fresh: Act;
  } | null;
  items: ItemLine[];
  kinds: string[];
}

/** The page on which the items of a planned round are shared out among the seats. */
export function assignmentView(asked: AssignmentAsked, words: Words): AssignmentModel {
  const { round, row, material, pairs, errors, refusal, mayAct } = asked;
  const title = words.t('assignments.title');
  const base = `/rounds/${round.id}`;
  const seen = review(material.problem, pairs);
  return {
    page: {
      title,
      dataPage: 'round-assignment',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: words.t('rounds.list.title'), href: '/rounds' },
        { label: round.number, href: base },
        { label: words.t('assignments.crumb') },
      ],
      head: pageHead({ title, meta: metaOf(asked, words) }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    refused: refusal === '' ? null : { tone: 'error', title: refusal, text: '', items: [] },
    planAction: `${base}/assignment/plan`,
    fields: planFields(asked, words),
    mayAct,
    short: row === null ? null : shortNotice(asked, words),
    grid:
      row === null
        ? null
        : {
            action: `${base}/assignment`,
            note: noteOf(asked, words),
            summary: summaryOf(material, pairs, seen, words),
            columns: gridColumns(material, words),
            groups: gridGroups(material, pairs, seen, words),
            ...buttons(base, words),
          },
    items: row === null ? [] : itemLines(material, seen, words),
    kinds: PANEL_KINDS.map((kind) =>
      words.t('assignments.col.kind', {
        kind: words.t(`panelKind.${kind}`),
        n: material.problem.rules.perKind[kind],
      }),
    ),
  };
}

function buttons(base: string, words: Words): { check: Act; apply: Act; fresh: Act } {
  const form = 'assignment-apply';
  return {
    check: act({
      id: 'assignment-check',
      label: words.t('assignments.check'),
      form,
      name: 'intent',
      value: 'check',
    }),
    apply: act({
      id: 'assignment-apply-now',
      label: words.t('assignments.apply'),
      form,
      name: 'intent',
      value: 'apply',
      tone: 'primary',
      confirm: words.t('assignments.apply.confirm'),
    }),
    fresh: act({ label: words.t('assignments.fresh'), href: `${base}/assignment?fresh=1`, tone: 'quiet' }),
  };
}

function metaOf({ round, row }: AssignmentAsked, words: Words): string[] {
  if (row === null) return [round.title, words.t('assignments.meta.everyone')];
  const at = row.appliedAt === null ? '' : formatsFor(words).dateTime(row.appliedAt);
  return [
    round.title,
    words.t('assignments.meta.shared'),
    words.t(at === '' ? 'assignments.meta.notApplied' : 'assignments.meta.applied', { at }),
  ];
}

function noteOf({ shown }: AssignmentAsked, words: Words): object {
  const key = shown === 'proposed' ? 'assignments.proposed' : `assignments.shown.${shown}`;
  return { tone: 'info', title: '', text: words.t(key), items: [] };
}

function planFields({ typed, errors, material, rules, mayAct }: AssignmentAsked, words: Words): Field[] {
  const disabled = !mayAct;
  return [
    judgedBy(typed.mode, words, disabled),
    groupField({
      name: 'perKind',
      label: words.t('assignments.field.perKinds'),
      fields: PANEL_KINDS.map((kind) =>
        numberField({
          name: `perKind[${kind}]`,
          label: words.t(`panelKind.${kind}`),
          value: typed.perKind[kind],
          error: errors[`perKind[${kind}]`] ?? '',
          unit: words.t('assignments.unit.seats'),
          hint: words.t('assignments.field.perKind.hint', {
            n: material.problem.seats.filter((seat) => seat.kind === kind).length,
            least: rules.quorum.perKind[kind],
          }),
          inputmode: 'numeric',
          stacked: true,
          disabled,
        }),
      ),
    }),
    numberField({
      name: 'most',
      label: words.t('assignments.field.most'),
      value: typed.most,
      error: errors['most'] ?? '',
      unit: words.t('assignments.unit.items'),
      hint: words.t('assignments.field.most.hint'),
      inputmode: 'numeric',
      optional: true,
      disabled,
    }),
  ];
}

/** Items named in one line; the table has them all. */
const mostNamed = 8;

function shortNotice({ shortages, material, shown }: AssignmentAsked, words: Words): object | null {
  if (shortages.length === 0 || shown !== 'proposed') return null;
  const fmt = formatsFor(words);
  const { problem } = material;
  const position = (itemId: string): number => problem.items.findIndex((item) => item.itemId === itemId) + 1;
  const items = shortages.map((shortage) => {
    const { kind, because, missing, wanted, neededCap } = shortage;
    const named = shortage.items
      .slice(0, mostNamed)
      .map(({ itemId, eligible }) =>
        because === 'cap'
          ? String(position(itemId))
          : words.t('assignments.short.seats.item', { position: position(itemId), eligible }),
      );
    const n = shortage.items.length;
    const listed = fmt.list(named);
    const text = words.t(`assignments.short.${because}`, {
      kind: words.t(`panelKind.${kind}`),
      missing,
      wanted,
      most: problem.rules.most ?? 0,
      needed: neededCap ?? 0,
      items: n > mostNamed ? words.t('assignments.short.more', { items: listed, n }) : listed,
    });
    return { text, href: '' };
  });
  return { tone: 'warn', title: words.t('assignments.short.heading'), text: '', items };
}
