import { controlPath, type Field } from '../domain/lead/field';
import type { Track } from '../domain/lead/dictionaries';
import { purposeOf } from '../domain/lead/purposes';
import type { FieldProblem } from '../domain/lead/problem';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** The key of a control's words: `contact[mobile]` is `lead.field.contact.mobile`, positions in lists left out. */
function keyOf(control: string): string {
  return `lead.field.${controlPath(control)
    .filter((step) => !/^\d+$/.test(step))
    .join('.')}`;
}

/** What a control is called; the year and the evidence of an honour are called after it. */
export function labelOf(control: string, words: Words): string {
  const [code = '', part = ''] = controlPath(control);
  if (code === 'honourYears' || code === 'honourEvidence') {
    const what = words.t(`lead.field.${code}.label`);
    return part === ''
      ? what
      : words.t('leads.of', { whole: words.t(`lead.option.honours.${part}`), part: what });
  }
  if (code === 'attachments') return words.t('lead.section.files');
  return words.t(`${keyOf(control)}.label`);
}

export function hintOf(control: string, words: Words): string {
  const key = `${keyOf(control)}.hint`;
  return words.has(key) ? words.t(key) : '';
}

/** `联系人：手机`: a part is named with what it is a part of, for summaries and tables. */
export function fullLabelOf(control: string, words: Words): string {
  const steps = controlPath(control);
  const [code = ''] = steps;
  if (steps.length < 2 || code.startsWith('honour')) return labelOf(control, words);
  const place = steps.find((step) => /^\d+$/.test(step));
  const whole = labelOf(code, words) + (place === undefined ? '' : String(Number(place) + 1));
  return steps.length === 2 && place !== undefined
    ? whole
    : words.t('leads.of', { whole, part: labelOf(control, words) });
}

/** The sentence of what is wrong with a field. */
export function problemText({ because, details }: FieldProblem, words: Words): string {
  const { day } = details;
  const shown = typeof day === 'string' ? { ...details, day: formatsFor(words).official(day) } : details;
  return words.t(`lead.problem.${because}`, shown);
}

export function unitOf(field: Field, words: Words): string {
  return field.unit === undefined ? '' : words.t(`lead.unit.${field.unit}`);
}

/** Why the panel asks for a field: the criteria that are judged by it, or another purpose; '' where it is plain. */
export function whyOf(code: string, track: Track | null, words: Words): string {
  const { criteria, otherwise } = purposeOf(code, track);
  if (otherwise !== null) return words.t(`lead.purpose.${otherwise}`);
  if (criteria.length === 0) return '';
  const names = criteria
    .slice(0, track === null ? 2 : criteria.length)
    .map(({ zh, en }) => (words.locale === 'en' ? en : zh));
  return words.t('lead.purpose.criteria', {
    criteria: formatsFor(words).list(names),
    more: names.length < criteria.length ? 'yes' : 'no',
  });
}
