import type { Refusal } from '../domain/shared/refusal';
import { errorOf, typedText, type FieldError } from '../http/forms';
import { pageHead, type Act, type PageHeadInput } from '../http/views/acts';
import { errorSummary, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Links, Pager, Query, SortHead } from '../http/views/lists';
import type { Light } from '../http/views/marks';
import type { Words } from '../words/words';
import { listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

/** A form that came back: what was typed, and what is wrong with it. */
export interface SentBack {
  readonly form: string;
  readonly typed: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

/** One cell of a table, ready to print; the first of a row may lead to a page. */
export interface Cell {
  readonly text: string;
  readonly sub: string;
  readonly href: string;
  readonly label: string;
  readonly cls: string;
  readonly light: Light | null;
}

export interface Table {
  readonly caption: string;
  readonly heads: readonly SortHead[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly light: Light | null;
  readonly text: string;
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { readonly label: string; readonly value: string; readonly sub: string }[];
  } | null;
  readonly table: Table | null;
  readonly says: readonly { readonly text: string; readonly cite: string }[];
  readonly files: { readonly items: readonly FileLine[] } | null;
  readonly history: { readonly items: readonly HistoryLine[] } | null;
  readonly empty: string;
  readonly acts: readonly Act[];
}

export interface FileLine {
  readonly type: string;
  readonly name: string;
  readonly meta: string;
  readonly href: string;
  readonly remove: string;
}

export interface HistoryLine {
  readonly at: string;
  readonly text: string;
  readonly mark: boolean;
  readonly seal: null;
  readonly light: null;
}

export interface ClaimForm {
  readonly id: string;
  readonly title: string;
  readonly action: string;
  readonly files: boolean;
  readonly note: string;
  readonly consequences: readonly string[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone: string;
  readonly disabled: boolean;
  readonly why: string;
}

/** The model of `claims/page`: what there is to know, then what there is to do. */
export interface ClaimPage extends PageModel {
  readonly summary: ErrorSummary | null;
  readonly intro: string;
  readonly tabs: Links | null;
  readonly query: Query | null;
  readonly acts: readonly Act[];
  readonly sections: readonly Section[];
  readonly forms: readonly ClaimForm[];
  readonly pager: Pager | null;
}

interface PageInput extends Partial<Omit<ClaimPage, 'page' | 'summary'>> {
  readonly dataPage: string;
  readonly title: string;
  readonly meta?: PageHeadInput['meta'];
  readonly crumbs?: readonly { readonly label: string; readonly href: string }[];
  readonly wide?: boolean;
  readonly sent?: SentBack | null;
}

export function claimPage(input: PageInput, words: Words): ClaimPage {
  const { dataPage, title, meta = [], crumbs = [], wide = false, sent = null, ...rest } = input;
  const names = rest.forms?.find(({ id }) => id === sent?.form)?.fields.map(({ name }) => name) ?? [];
  const errors = [...(sent?.errors ?? [])].sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field));
  return {
    page: {
      title,
      dataPage,
      wide,
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, ...crumbs, { label: title }],
      head: pageHead({ title, meta }),
    },
    summary: sent === null ? null : errorSummary(words.t('claims.form.wrong'), errors),
    intro: '',
    tabs: null,
    query: null,
    acts: [],
    sections: [],
    forms: [],
    pager: null,
    ...rest,
  };
}

export function section(given: Pick<Section, 'id' | 'title'> & Partial<Section>): Section {
  const none = {
    note: '',
    light: null,
    text: '',
    facts: null,
    table: null,
    files: null,
    history: null,
    empty: '',
  };
  return { ...none, says: [], acts: [], ...given };
}

export function fact(label: string, value: string, sub = ''): { label: string; value: string; sub: string } {
  return { label, value, sub };
}

export function cell(text: string, given: Partial<Cell> = {}): Cell {
  return { text, sub: '', href: '', label: '', cls: '', light: null, ...given };
}

export function line(at: string, text: string, mark = false): HistoryLine {
  return { at, text, mark, seal: null, light: null };
}

/** `PDF` from a file's name, for its mark in a list. */
export function fileLine(file: { id: string; name: string }, meta: string): FileLine {
  const type = (/\.([A-Za-z]+)$/.exec(file.name)?.[1] ?? '').toUpperCase().slice(0, 4);
  return { type, name: file.name, meta, href: `/files/${file.id}`, remove: '' };
}

type FormInput = Pick<ClaimForm, 'id' | 'title' | 'action' | 'fields' | 'submit'> &
  Partial<Omit<ClaimForm, 'disabled' | 'why'>> & { readonly refusal?: Refusal | null };

/** A form whose button carries the reason why it cannot be pressed now. */
export function claimForm({ refusal = null, ...given }: FormInput, words: Words): ClaimForm {
  return {
    files: false,
    note: '',
    consequences: [],
    hidden: [],
    tone: 'primary',
    ...given,
    disabled: refusal !== null,
    why: refusal === null ? '' : refusalSentence(refusal, words),
  };
}

export function refusalSentence({ because, details }: Refusal, words: Words): string {
  return words.t(`refusal.${because}`, details);
}

/** What was typed into a form of a page, and what is wrong with it; nothing where another one was sent. */
export class Typed {
  private readonly back: SentBack | null;

  constructor(form: string, sent: SentBack | null) {
    this.back = sent?.form === form ? sent : null;
  }

  value(name: string, otherwise = ''): string {
    return this.back === null ? otherwise : typedText(this.back.typed, name);
  }

  error(name: string): string {
    return this.back === null ? '' : errorOf(this.back.errors, name);
  }
}

/** The lists of a page as sheets to take away; an empty one is a sheet without rows. */
export function pageSheets({ page, sections }: ClaimPage): Sheet[] {
  const tables = sections.flatMap(({ table }) => (table === null ? [] : [table]));
  return tables.length === 0 ? [listSheet(page.title, [], [])] : tables.map(tableSheet);
}

/** A cell holds what stands below it too; the column of buttons is left out. */
function tableSheet({ caption, heads, rows }: Table): Sheet {
  const shown = heads.map(({ label }, at) => ({ label, at })).filter(({ label }) => label !== '');
  return listSheet<Table['rows'][number]>(
    caption,
    shown.map(({ label, at }) => [
      label,
      at === 0 ? 40 : 28,
      ({ cells }) => {
        const { text = '', sub = '', light = null } = cells[at] ?? {};
        return [text, light?.label ?? '', sub];
      },
    ]),
    rows,
  );
}
