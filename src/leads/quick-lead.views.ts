import { SOURCE_CHANNELS } from '../domain/lead/dictionaries';
import { fieldOf } from '../domain/lead/fields';
import type { FormValues } from '../domain/lead/form-values';
import type { FieldProblem } from '../domain/lead/problem';
import { pageHead } from '../http/views/acts';
import {
  areaField,
  errorSummary,
  fileField,
  moneyField,
  selectField,
  textField,
  type ErrorSummary,
  type Field,
  type FieldInput,
} from '../http/views/fields';
import type { Refusal } from '../domain/shared/refusal';
import type { Flash, PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import { conversionsText } from './lead-conversions.views';
import { reading, withChosen } from './lead-form-fields.views';
import { problemText } from './lead-words';

/** The model of `leads/quick`: what one knows at a dinner table, and a photograph of the card. */
export interface QuickLeadModel extends PageModel {
  readonly summary: ErrorSummary | null;
  readonly note: string;
  readonly creationKey: string;
  readonly fields: readonly Field[];
}

export interface QuickLeadInput {
  readonly values: FormValues;
  readonly problems: readonly FieldProblem[];
  readonly creationKey: string;
}

export function quickLeadView(
  { values, problems, creationKey }: QuickLeadInput,
  words: Words,
): QuickLeadModel {
  const title = words.t('leads.quick.title');
  // The title is made from the investor's name: without a name one thing is missing, not two.
  const own = problems.filter(
    ({ field }) => field !== 'title' || !problems.some((other) => other.field === 'investorName'),
  );
  const told = own.map((found) => ({ field: found.field, message: problemText(found, words) }));
  const base = (name: string, label: string, hint: string): FieldInput & { readonly value: string } => {
    const value = values[name];
    return {
      name,
      label: words.t(label),
      hint: words.t(hint),
      value: typeof value === 'string' ? value : '',
      error: told.find(({ field }) => field === name)?.message ?? '',
      stacked: true,
    };
  };
  const channels = SOURCE_CHANNELS.map((value) => {
    return { value, label: words.t(`lead.option.sourceChannel.${value}`) };
  });
  const channel = base('sourceChannel', 'leads.quick.sourceChannel', 'lead.purpose.credit');
  const total = base('totalInvestmentWan', 'leads.quick.total', 'leads.quick.totalHint');
  return {
    page: {
      title,
      dataPage: 'lead-quick',
      crumbs: [{ label: words.t('leads.list.own'), href: '/leads' }, { label: title }],
      head: pageHead({ title, acts: [{ label: words.t('leads.quick.full'), href: '/leads/new' }] }),
    },
    summary: errorSummary(words.t('leads.form.notSaved', { n: told.length, check: 0 }), told),
    note: words.t('leads.quick.note'),
    creationKey,
    fields: [
      textField({
        ...base('investorName', 'leads.quick.investorName', 'leads.quick.investorHint'),
        required: true,
        autocomplete: 'organization',
      }),
      selectField({ ...channel, options: withChosen(channels, channel.value, words) }),
      moneyField({ ...total, ...reading(fieldOf('totalInvestmentWan'), total.value, words) }, words),
      areaField({ ...base('summary', 'leads.quick.summary', 'leads.quick.summaryHint'), rows: 2, max: 2000 }),
      fileField({
        ...base('photo', 'leads.quick.photo', 'leads.quick.photoHint'),
        accept: 'image/jpeg,image/png',
        fromCamera: true,
      }),
    ],
  };
}

/** What became of a quick draft: kept, how amounts were read, and why the photograph was not taken if it was not. */
export function quickFlash(
  refused: Refusal | null,
  body: Readonly<Record<string, unknown>>,
  words: Words,
): Flash {
  if (refused === null)
    return { tone: 'ok', text: words.t('leads.flash.quick') + conversionsText(body, words) };
  const why = words.t(`refusal.${refused.because}`, refused.details);
  return { tone: 'warn', text: words.t('leads.flash.quickNoPhoto', { why }) };
}

/** A form that has no title of its own gets one from the name, which the scout may change later. */
export function quickBody(body: Readonly<Record<string, unknown>>, words: Words): Record<string, unknown> {
  const { title, investorName } = body;
  if (typeof title === 'string' && title.trim() !== '') return { ...body };
  const name = typeof investorName === 'string' ? [...investorName.trim()].slice(0, 50).join('') : '';
  return name === '' ? { ...body } : { ...body, title: words.t('leads.quick.titleMade', { name }) };
}
