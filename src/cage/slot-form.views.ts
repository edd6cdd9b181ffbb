import { CONTACT_RHYTHMS, REVIEW_RHYTHMS } from '../domain/cage/five-ones';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { pageHead } from '../http/views/acts';
import {
  areaField,
  errorSummary,
  groupField,
  radiosField,
  selectField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { VisibleProject } from './cage.queries';
import type { SlotFault } from './slot.form';
import { slotPath, type FillableSlot } from './slot-content';

/** What a slot's form is made of. `typed` is what stands in the boxes, as a form would send it. */
export interface SlotForm {
  readonly slot: FillableSlot;
  readonly project: VisibleProject;
  readonly typed: Readonly<Record<string, unknown>>;
  /** 0 while the slot is empty. */
  readonly version: number;
  readonly sponsors: readonly { readonly id: string; readonly name: string; readonly post: string }[];
  readonly faults: readonly SlotFault[];
  readonly now: Instant;
}

export interface SlotFormModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly version: string;
  readonly intro: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly cancel: { readonly label: string; readonly href: string };
}

/** Empty rows offered beyond those filled in. */
const spareRows = 2;

export function slotFormView(form: SlotForm, words: Words): SlotFormModel {
  const { slot, project, version, faults } = form;
  const name = words.t(`cage.slot.${slot}`);
  const errors = Object.fromEntries(faults.map(({ field, key }) => [field, words.t(key)]));
  const title = words.t(version > 0 ? 'cage.form.change' : 'cage.form.fill', { slot: name });
  const writer = new FieldWriter(form.typed, errors, words);
  const reason =
    version > 0 ? [writer.area('reason', { required: true, hint: words.t('cage.form.reason.hint') })] : [];
  return {
    page: {
      title,
      dataPage: 'five-ones-form',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('cage.list.title'), href: '/cage' },
        { label: project.cageNo, href: `/cage/${project.id}` },
        { label: name },
      ],
      head: pageHead({
        title,
        meta: [
          { strong: project.cageNo },
          project.title,
          words.t('cage.form.due', { day: formatsFor(words).dayFull(project.fiveOnesDueAt) }),
        ],
      }),
    },
    errors: summaryOf(faults, words),
    action: slotPath(project.id, slot),
    version: String(version),
    intro: words.t(`cage.form.${slot}.intro`),
    fields: [...builders[slot](writer, form), ...reason],
    submit: words.t('cage.form.submit'),
    cancel: { label: words.t('ui.back'), href: `/cage/${project.id}` },
  };
}

/** Each fault with the label of its control, for above the form all three "missing" would read alike. */
function summaryOf(faults: readonly SlotFault[], words: Words): ErrorSummary | null {
  const said = faults.map(({ field, key }): [string, string] => [
    field,
    words.t('cage.form.fault', { label: labelOf(field, words), message: words.t(key) }),
  ]);
  return errorSummary(words.t('ui.errors.title', { n: faults.length }), Object.fromEntries(said));
}

/** `members[0][phone]`: 成员1电话. */
function labelOf(field: string, words: Words): string {
  const [, list = '', at = '', part = ''] = /^(\w+)\[(\d+)\]\[(\w+)\]$/.exec(field) ?? [];
  if (list === '') return words.t(`cage.field.${field}`, { n: '' });
  return words.t(`cage.field.${list}`, { n: Number(at) + 1 }) + words.t(`cage.field.${list}.${part}`);
}

/** Makes fields whose value, error and label come from one name. */
class FieldWriter {
  constructor(
    private readonly typed: Readonly<Record<string, unknown>>,
    private readonly errors: Readonly<Record<string, string>>,
    readonly words: Words,
  ) {}

  given(name: string): string {
    const value = this.typed[name];
    return typeof value === 'string' ? value : '';
  }

  /** The rows of a repeated group as they stand, with some to spare. */
  rows(name: string): Readonly<Record<string, unknown>>[] {
    const value = this.typed[name];
    const list = Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : [];
    return [...list, ...Array.from({ length: spareRows }, () => ({}))];
  }

  base(
    name: string,
    label = `cage.field.${name}`,
  ): { name: string; label: string; error: string; value: string } {
    return { name, label: this.words.t(label), error: this.errors[name] ?? '', value: this.given(name) };
  }

  line(
    name: string,
    more: { required?: boolean; type?: 'text' | 'date' | 'tel'; hint?: string; value?: string } = {},
  ): Field {
    const base = this.base(name);
    return textField({ ...base, ...more, value: base.value === '' ? (more.value ?? '') : base.value });
  }

  area(name: string, more: { required?: boolean; optional?: boolean; hint?: string } = {}): Field {
    return areaField({ ...this.base(name), rows: 3, ...more });
  }

  choice(name: string, prefix: string, values: readonly string[]): Field {
    const { value, ...base } = this.base(name);
    const options = values.map((entry) => ({
      value: entry,
      label: this.words.t(`${prefix}.${entry}`),
      selected: entry === value,
    }));
    return radiosField({ ...base, options, required: true });
  }

  /** One row of a repeated group, its small fields side by side. */
  group(list: string, at: number, row: Readonly<Record<string, unknown>>, parts: readonly string[]): Field {
    const name = `${list}[${at}]`;
    const fields = parts.map((part) => {
      const value = row[part];
      return textField({
        name: `${name}[${part}]`,
        label: this.words.t(`cage.field.${list}.${part}`),
        value: typeof value === 'string' ? value : '',
        type: part === 'dueOn' ? 'date' : part === 'phone' ? 'tel' : 'text',
        error: this.errors[`${name}[${part}]`] ?? '',
        stacked: true,
      });
    });
    const error = at === 0 ? (this.errors[list] ?? '') : '';
    return groupField({
      name,
      id: at === 0 ? list : '',
      label: this.words.t(`cage.field.${list}`, { n: at + 1 }),
      fields,
      error,
    });
  }
}

type Builder = (writer: FieldWriter, form: SlotForm) => Field[];

const builders: Readonly<Record<FillableSlot, Builder>> = {
  leader: (writer, { sponsors, project, now }) => {
    const { value, ...base } = writer.base('sponsorId');
    const options = [
      { value: '', label: writer.words.t('ui.choose') },
      ...sponsors.map(({ id, name, post }) => ({
        value: id,
        label: `${name} ${post}`,
        selected: id === value,
      })),
    ];
    return [
      selectField({ ...base, options, required: true }),
      writer.line('since', { type: 'date', required: true, value: beijingDay(now) }),
      writer.choice('contactRhythm', 'cage.rhythm', CONTACT_RHYTHMS),
      ...(project.sponsorId === null
        ? []
        : [writer.area('handoverNote', { hint: writer.words.t('cage.form.handover.hint') })]),
    ];
  },
  team: (writer) => [
    writer.line('leadUnit', { required: true }),
    writer.line('leadPerson', { required: true }),
    writer.line('serviceOfficer', { required: true }),
    writer.line('serviceOfficerPhone', { type: 'tel', required: true }),
    writer.line('alternate', { required: true }),
    ...writer.rows('members').map((row, at) => writer.group('members', at, row, ['name', 'role', 'phone'])),
  ],
  plan: (writer) => [
    ...writer
      .rows('milestones')
      .map((row, at) => writer.group('milestones', at, row, ['title', 'owner', 'dueOn', 'evidence'])),
    writer.area('elementDemands', { optional: true }),
    writer.area('risks', { optional: true }),
  ],
  followThrough: (writer) => [
    writer.choice('reviewRhythm', 'cage.review', REVIEW_RHYTHMS),
    writer.line('closingCondition', { required: true, hint: writer.words.t('cage.form.closing.hint') }),
    writer.line('nextCheckOn', { type: 'date', required: true }),
    writer.area('issues', { optional: true }),
  ],
};
