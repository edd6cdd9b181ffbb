import { PAPERS, type ReturnReason } from '../domain/intake/return-reasons';
import { TRANSFER_TIERS } from '../domain/intake/transfer';
import { LONGEST_QUESTION } from '../domain/question/question';
import type { HostCard } from '../hosts/hosts.queries';
import { errorOf, typedText, type FieldError } from '../http/forms';
import { areaField, checksField, selectField, textField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';

/** The acts of the pane, each a form that opens under its word. */
export const PANE_FORMS = ['return', 'reject', 'merge', 'host', 'tier', 'ask'] as const;
export type PaneFormName = (typeof PANE_FORMS)[number];

/** A form of the pane that came back. */
export interface SentPane {
  readonly form: PaneFormName | 'accept';
  readonly typed: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

/** Makes the controls of one form with what was typed. */
class PaneFields {
  constructor(
    private readonly form: PaneFormName,
    private readonly back: SentPane | null,
    readonly words: Words,
  ) {}

  input(name: string, word: string, hint = '') {
    return {
      name,
      id: `${this.form}-${name}`,
      label: this.words.t(word),
      hint: hint === '' ? '' : this.words.t(hint),
      value: this.typed(name),
      error: this.back === null ? '' : errorOf(this.back.errors, name),
      stacked: true,
    };
  }

  typed(name: string): string {
    return this.back === null ? '' : typedText(this.back.typed, name);
  }

  ticked(name: string): readonly unknown[] {
    return [this.back?.typed[name]].flat();
  }
}

/** What the fields of the pane are made of. */
export interface PaneFieldsInput {
  readonly row: { readonly hostName: string | null };
  readonly reasons: readonly ReturnReason[];
  readonly hosts: readonly HostCard[];
}

/** The controls of one form of the pane; `back` is what was sent and has to be corrected. */
export function paneFields(
  name: PaneFormName,
  { reasons, hosts, row }: PaneFieldsInput,
  back: SentPane | null,
  words: Words,
): Field[] {
  const make = new PaneFields(name, back, words);
  const reason = (hint: string): Field =>
    areaField({ ...make.input('reason', 'leads.intake.reason', hint), rows: 3, max: 1000 });
  switch (name) {
    case 'return':
      return [reasonChecks(reasons, make), reason('intake.form.return.hint')];
    case 'reject':
      return [
        reason('intake.form.reject.hint'),
        areaField({ ...make.input('remedy', 'leads.remedy', 'intake.form.remedy.hint'), rows: 2, max: 500 }),
      ];
    case 'merge':
      return [
        textField({ ...make.input('mergeInto', 'leads.intake.mergeInto'), placeholder: 'L-2026-00001' }),
        reason('intake.form.merge.hint'),
      ];
    case 'host':
      return [
        selectField({
          ...make.input('host', 'intake.form.host.which'),
          options: [
            { value: '', label: words.t('ui.choose') },
            ...hosts
              .filter(({ name: host }) => host !== row.hostName)
              .map(({ code, name: label }) => ({
                value: code,
                label,
                selected: code === make.typed('host'),
              })),
          ],
        }),
        reason('intake.form.host.hint'),
      ];
    case 'tier':
      return [
        selectField({
          ...make.input('tier', 'intake.form.tier.which'),
          options: TRANSFER_TIERS.map((value) => ({
            value,
            label: words.t(`intake.tier.${value}`),
            selected: value === make.typed('tier'),
          })),
        }),
        reason('intake.form.tier.hint'),
      ];
    case 'ask':
      return [
        areaField({
          ...make.input('question', 'questions.ask', 'questions.ask.hint'),
          rows: 3,
          max: LONGEST_QUESTION,
        }),
      ];
  }
}

/** The city's reasons, each with the field it points at. */
function reasonChecks(reasons: readonly ReturnReason[], make: PaneFields): Field {
  const ticked = make.ticked('reasons');
  return checksField({
    ...make.input('reasons', 'intake.form.reasons'),
    name: 'reasons[]',
    options: reasons.map(({ code, text, field }) => ({
      value: code,
      label: make.words.t('intake.form.reason', { field: reasonField(field, make.words), text }),
      selected: ticked.includes(code),
    })),
  });
}

export function reasonField(field: string, words: Words): string {
  return words.t(field === PAPERS ? 'lead.section.files' : `lead.field.${field}.label`);
}
