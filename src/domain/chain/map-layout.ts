import { PLACES, type Place } from './chain';

/** What stands in a box, told apart by its mark as well as by its words. */
export type MapItemKind = 'firm' | 'lead' | 'project';

export interface MapItem {
  readonly kind: MapItemKind;
  readonly text: string;
  readonly href: string;
}

export interface MapBox {
  /** Null for what has no segment yet: drawn across the whole width, below the columns. */
  readonly place: Place | null;
  readonly title: string;
  /** The sentence of a gap; '' for none. */
  readonly gap: string;
  readonly items: readonly MapItem[];
  /** How many more there are, in words; '' for none. */
  readonly more: string;
}

export type LineKind = 'title' | 'gap' | MapItemKind | 'more';

/** A line of text at its baseline; `href` '' for none. The mark of an item stands before its first line. */
export interface DrawnLine {
  readonly kind: LineKind;
  readonly text: string;
  readonly href: string;
  readonly x: number;
  readonly y: number;
  /** Where its mark is drawn; null for a line that goes on. */
  readonly mark: { readonly x: number; readonly y: number } | null;
}

export interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isGap: boolean;
  readonly lines: readonly DrawnLine[];
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly heads: readonly { readonly place: Place; readonly x: number; readonly y: number }[];
  /** From each column to the next, as paths. */
  readonly arrows: readonly string[];
  readonly boxes: readonly DrawnBox[];
}

/** In the units of the drawing, which is as wide as A4 across at 96 to the inch less its margins. */
const WIDTH = 1020;
const GUTTER = 36;
const COLUMN = (WIDTH - 2 * GUTTER) / 3;
const HEAD = 34;
const PAD = 12;
const INDENT = 18;
const BETWEEN = 14;
const SIZES: Readonly<Record<LineKind, { font: number; line: number }>> = {
  title: { font: 16, line: 23 },
  gap: { font: 13, line: 19 },
  firm: { font: 13, line: 19 },
  lead: { font: 13, line: 19 },
  project: { font: 13, line: 19 },
  more: { font: 13, line: 19 },
};

/** Columns up, mid and down, boxes below each other in the order given; what has no segment at the foot. */
export function layOutMap(boxes: readonly MapBox[]): DrawnMap {
  const bottoms = PLACES.map(() => HEAD);
  const drawn: DrawnBox[] = [];
  for (const box of boxes) {
    const column = box.place === null ? -1 : PLACES.indexOf(box.place);
    if (column < 0) continue;
    const made = drawBox(box, { x: column * (COLUMN + GUTTER), y: bottoms[column] ?? HEAD, width: COLUMN });
    drawn.push(made);
    bottoms[column] = made.y + made.height + BETWEEN;
  }
  let y = Math.max(...bottoms);
  for (const box of boxes.filter(({ place }) => place === null)) {
    const made = drawBox(box, { x: 0, y, width: WIDTH });
    drawn.push(made);
    y = made.y + made.height + BETWEEN;
  }
  return {
    width: WIDTH,
    height: Math.round(y),
    heads: PLACES.map((place, at) => ({ place, x: at * (COLUMN + GUTTER), y: 20 })),
    arrows: [0, 1].map((at) => arrowAt((at + 1) * COLUMN + at * GUTTER)),
    boxes: drawn,
  };
}

const arrowAt = (x: number): string => `M${x + 6} 15h${GUTTER - 14}m-6 -5l6 5l-6 5`;

function drawBox(box: MapBox, at: { x: number; y: number; width: number }): DrawnBox {
  const lines: DrawnLine[] = [];
  let y = at.y + PAD;
  const write = (kind: LineKind, text: string, href: string, indent: number): void => {
    const { font, line } = SIZES[kind];
    const room = (at.width - 2 * PAD - indent) / font;
    wrapText(text, room).forEach((piece, n) => {
      y += line;
      const marked = indent > 0 && n === 0;
      const mark = marked ? { x: at.x + PAD + 5, y: y - 5 } : null;
      lines.push({ kind, text: piece, href, x: at.x + PAD + indent, y: y - 1, mark });
    });
  };
  write('title', box.title, '', 0);
  if (box.gap !== '') write('gap', box.gap, '', 0);
  for (const { kind, text, href } of box.items) write(kind, text, href, INDENT);
  if (box.more !== '') write('more', box.more, '', INDENT);
  return { ...at, height: y + PAD - at.y, isGap: box.gap !== '', lines: lines.map(unindented) };
}

/** "So many more" has no mark of its own. */
const unindented = (line: DrawnLine): DrawnLine => (line.kind === 'more' ? { ...line, mark: null } : line);

/** Marks that may not begin a line. */
const CLOSING = /^[，。、；：！？）】》”’,.;:!?)\]]$/u;

/**
 * Text in lines of at most `room` widths of a Han symbol. Chinese breaks anywhere but before a closing mark, Latin
 * words hold together as long as they fit a line. Never gives no line.
 */
export function wrapText(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of piecesOf(text, room)) {
    const wide = widthOf(piece);
    if (line !== '' && width + wide > room && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
      if (piece.trim() === '') continue;
    }
    line += piece;
    width += wide;
  }
  lines.push(line.trimEnd());
  return lines;
}

function piecesOf(text: string, room: number): string[] {
  const words = text.match(/[\p{Script=Latin}\p{N}.&/-]+|\s+|[^]/gu) ?? [];
  return words.flatMap((word) => (widthOf(word) > room ? [...word] : [word]));
}

/** A Latin letter takes a little more than half of a Han symbol, a capital more. */
function widthOf(text: string): number {
  let width = 0;
  for (const symbol of text)
    width += /[A-Z&]/.test(symbol) ? 0.7 : (symbol.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1;
  return width;
}
