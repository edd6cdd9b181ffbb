import { controlName, isRequired, SECTIONS, type Section } from '../domain/lead/field';
import { FIELDS, fieldOf } from '../domain/lead/fields';
import { HONOURS } from '../domain/lead/dictionaries';
import type { Filled } from '../domain/lead/diff';
import { groupField, type Field } from '../http/views/fields';
import { bar, type Bar } from '../http/views/marks';
import type { Words } from '../words/words';
import { reckonedLines, type ReckonedLine } from './lead-reckoned.views';
import { formFields, single, type FormContext } from './lead-form-fields.views';

/** Fields that few leads need, folded away until one of them has something in it. */
export interface MoreFields {
  readonly label: string;
  readonly open: boolean;
  readonly fields: readonly Field[];
}

export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Figures made of others, at the end of the section; a blank value is hidden until there is one. */
  readonly reckoned: readonly ReckonedLine[];
  readonly fields: readonly Field[];
  readonly more: readonly MoreFields[];
}

export interface FormNav {
  readonly text: string;
  readonly bar: Bar;
  readonly items: readonly { readonly href: string; readonly label: string; readonly n: string }[];
}

const folded: Readonly<
  Partial<Record<Section, readonly (readonly [key: string, codes: readonly string[]])[]>>
> = {
  investor: [
    ['foreign', ['foreignRegNo', 'foreignCountry']],
    ['honours', ['honourYears', 'honourEvidence']],
    ['credit', ['creditCheck']],
  ],
  figures: [['fx', ['originalAmount', 'fxRate', 'fxDate']]],
  source: [
    ['coScouts', ['coScouts']],
    ['referrer', ['referrer']],
  ],
};

const notes: Readonly<Partial<Record<Section, string>>> = {
  project: 'leads.form.note.project',
  figures: 'leads.form.note.figures',
};

/** The sections of the form up to the papers, which have a form of their own. */
export function formSections(context: FormContext): FormSection[] {
  const { words } = context;
  return SECTIONS.filter((section) => section !== 'files').map((section, i) => {
    const more = folded[section] ?? [];
    const away = new Set(more.flatMap(([, codes]) => codes));
    const note = notes[section];
    return {
      id: `s${i + 1}`,
      title: sectionTitle(section, words),
      note: note === undefined ? '' : words.t(note),
      reckoned: reckonedLines(section, context.content, words),
      fields: FIELDS.filter((field) => field.section === section && !away.has(field.code)).flatMap((field) =>
        formFields(field, context),
      ),
      more: more.map(([key, codes]) => moreFields(key, codes, context)),
    };
  });
}

export function sectionTitle(section: Section, words: Words): string {
  return words.t('leads.form.section', {
    ordinal: words.t(`leads.form.ordinal.${SECTIONS.indexOf(section) + 1}`),
    title: words.t(`lead.section.${section}`),
  });
}

function moreFields(key: string, codes: readonly string[], context: FormContext): MoreFields {
  const { values, errors, content } = context;
  const isHere = (control: string): boolean => codes.includes(control.split('[')[0] ?? '');
  const said = Object.entries(values).some(
    ([control, value]) => isHere(control) && value.length > 0 && value !== 'false',
  );
  const wrong = [...errors.keys()].some(isHere);
  const demanded = codes.some((code) => isRequired(fieldOf(code), content));
  return {
    label: context.words.t(`leads.form.more.${key}`),
    open: said || wrong || demanded || (key === 'honours' && content.honours.length > 0),
    fields:
      key === 'honours' ? honourFields(context) : codes.flatMap((code) => formFields(fieldOf(code), context)),
  };
}

/** Year and certificate side by side, of the honours that are ticked; of all while none is. */
function honourFields(context: FormContext): Field[] {
  const { honours } = context.content;
  return HONOURS.filter((honour) => honours.length === 0 || honours.includes(honour)).map((honour) =>
    groupField({
      name: `honour-${honour}`,
      label: context.words.t(`lead.option.honours.${honour}`),
      fields: ['honourYears', 'honourEvidence'].flatMap((code) => {
        const part = fieldOf(code).parts?.find((one) => one.code === honour);
        if (!part) return [];
        const field = single(part, controlName(code, honour), context, true);
        return [{ ...field, label: context.words.t(`lead.field.${code}.label`) }];
      }),
    }),
  );
}

/** How far each section has come. */
export function formNav(filled: Filled, words: Words): FormNav {
  return {
    text: words.t('leads.form.filled', { n: filled.filled, of: filled.total }),
    bar: bar(filled.filled, filled.total),
    items: SECTIONS.map((section, i) => ({
      href: `#s${i + 1}`,
      label: sectionTitle(section, words),
      n: `${filled.bySection[section].filled}/${filled.bySection[section].total}`,
    })),
  };
}
