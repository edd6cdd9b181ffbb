/** A word on a tint: a state on the way. `state` becomes `data-state`. */
export interface Tag {
  readonly label: string;
  readonly tone: string;
  readonly state: string;
}

export type TagTone = '' | 'green' | 'amber' | 'red' | 'blue' | 'line';

export function tag(label: string, tone: TagTone = '', state = ''): Tag {
  return { label, tone, state };
}

export type Outcome = 'admit' | 'consult' | 'resubmit' | 'defer' | 'reject';

/** An outcome, told apart by word, fill and frame. For released outcomes only. */
export interface Seal {
  readonly label: string;
  readonly tone: string;
  readonly state: Outcome;
  readonly four: boolean;
  readonly line: boolean;
  readonly big: boolean;
}

/** `line` beside other text or in a list, `big` on a result or a letter, `stamp` (two lines) in a row of results. */
export function seal(outcome: Outcome, label: string, form: 'stamp' | 'line' | 'big' = 'stamp'): Seal {
  return {
    label,
    tone: outcome === 'admit' ? '' : outcome,
    state: outcome,
    four: label.length > 2 && form !== 'line',
    line: form === 'line',
    big: form === 'big',
  };
}

export type LightColour = 'green' | 'amber' | 'red' | 'paused';

/** A light: shape and word beside the colour. `shape` is the path of its drawing in a box of 14. */
export interface Light {
  readonly label: string;
  readonly colour: LightColour;
  readonly shape: string;
}

const shapes: Readonly<Record<LightColour, string>> = {
  green: 'M13 7a6 6 0 1 1-12 0a6 6 0 1 1 12 0z',
  amber: 'M7 1l6.5 12h-13z',
  red: 'M1.5 1.5h11v11h-11z',
  paused: 'M12.5 7a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0z',
};

export function light(colour: LightColour, label: string): Light {
  return { label, colour, shape: shapes[colour] };
}

/** A bar of 0 to 100 with an optional goal line; both as texts of percent. `goal` is `''` for none. */
export interface Bar {
  readonly width: string;
  readonly goal: string;
}

/** `part` of `whole` as a bar; the goal is a share of the whole, `2/3`. Nothing to do counts as nothing done. */
export function bar(part: number, whole: number, goal: number | null = null): Bar {
  const width = whole > 0 ? Math.max(0, Math.min(100, (part * 100) / whole)) : 0;
  return { width: oneDecimal(width), goal: goal === null ? '' : oneDecimal(Math.min(99, goal * 100 - 0.5)) };
}

/** Small boxes, one per item: done, not yet, does not apply; `text` says the same for readers and screen readers. */
export interface Cells {
  readonly items: readonly { readonly mark: '' | 'on' | 'off' | 'none' }[];
  readonly text: string;
}

export function cells(marks: readonly ('' | 'on' | 'off' | 'none')[], text: string): Cells {
  return { items: marks.map((mark) => ({ mark })), text };
}

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);
