import type { Words } from '../../words/words';
import type { ErrorSummary } from './fields';

/** A line of an error summary as `errorSummary` makes it. */
type Line = ErrorSummary['items'][number];

/**
 * The same model, in whose error summaries each message names its control: "please fill this in" alone tells nobody
 * where. Labels come from the fields of the same page, by the id that the line links to; a message that names its
 * control already stays as it is. Only for pages of forms that came back: it walks the whole model.
 */
export function withNamedErrors<Model>(model: Model, words: Words): Model {
  const labels = new Map<string, string>();
  collect(model, '', labels);
  return named(model, (line) => {
    const label = labels.get(line.href.slice(1)) ?? '';
    if (label === '' || line.text.includes(label)) return line;
    return { ...line, text: words.t('ui.errors.line', { label, text: line.text }) };
  }) as Model;
}

/** Labels of all fields by id; a field of a group is named with the group where its own label is short of telling. */
function collect(value: unknown, group: string, labels: Map<string, string>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, group, labels);
  if (!isPlain(value)) return;
  const { id, label, isGroup } = value;
  const isField = typeof isGroup === 'boolean' && typeof id === 'string' && typeof label === 'string';
  const own = isField ? [group, label].filter((part) => part !== '').join(' ') : group;
  if (isField && !labels.has(id)) labels.set(id, own);
  for (const inner of Object.values(value)) collect(inner, isField ? own : group, labels);
}

/** Only what lies on the way to a summary is made anew. */
function named(value: unknown, change: (line: Line) => Line): unknown {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const inner = list.map((one) => named(one, change));
    return inner.every((one, at) => one === list[at]) ? list : inner;
  }
  if (!isPlain(value)) return value;
  if (isSummary(value)) return { ...value, items: value.items.map(change) };
  const entries = Object.entries(value);
  const inner = entries.map(([key, one]) => [key, named(one, change)] as const);
  return inner.every(([, one], at) => one === entries[at]?.[1]) ? value : Object.fromEntries(inner);
}

function isSummary(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & ErrorSummary {
  const { title, items } = value;
  return typeof title === 'string' && Array.isArray(items) && items.length > 0 && items.every(isLine);
}

function isLine(value: unknown): value is Line {
  if (!isPlain(value) || Object.keys(value).length !== 3) return false;
  const { href, text, note } = value;
  return (
    typeof href === 'string' && href.startsWith('#') && typeof text === 'string' && typeof note === 'string'
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
