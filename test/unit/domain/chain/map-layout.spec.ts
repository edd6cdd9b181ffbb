import fc from 'fast-check';
import { PLACES } from '../../../../src/domain/chain/chain';
import {
  layOutMap,
  wrapText,
  type DrawnBox,
  type MapBox,
  type MapItemKind,
} from '../../../../src/domain/chain/map-layout';

const box = (given: Partial<MapBox>): MapBox => ({
  place: 'mid',
  title: '正极材料',
  gap: '',
  items: [],
  more: '',
  ...given,
});
const boxes = fc.array(
  fc.record({
    place: fc.constantFrom(...PLACES, null),
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    gap: fc.string({ unit: 'grapheme', maxLength: 200 }),
    items: fc.array(
      fc.record({
        kind: fc.constantFrom<MapItemKind>('firm', 'lead', 'project'),
        text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
        href: fc.constantFrom('', '/leads/1'),
      }),
      { maxLength: 6 },
    ),
    more: fc.constantFrom('', '另有3项'),
  }),
  { maxLength: 12 },
);
const apart = (a: DrawnBox, b: DrawnBox): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('the drawing of a chain', () => {
  it('lays no box over another, none outside, and every line inside its box', () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const map = layOutMap(given);
        expect(map.boxes).toHaveLength(given.length);
        map.boxes.forEach((one, at) => {
          expect(map.boxes.slice(at + 1).every((other) => apart(one, other))).toBe(true);
          expect(one.x >= 0 && one.x + one.width <= map.width && one.y + one.height <= map.height).toBe(true);
          for (const { x, y } of one.lines)
            expect(x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('puts upstream left, downstream right, and what has no segment across the foot', () => {
    const map = layOutMap([box({ place: 'down' }), box({ place: null }), box({ place: 'up' })]);
    const [down, up, foot] = map.boxes;
    expect((up?.x ?? 0) < (down?.x ?? 0)).toBe(true);
    expect(foot?.width).toBe(map.width);
    expect(foot && up && foot.y >= up.y + up.height).toBe(true);
  });

  it('tells a gap by its frame, its sentence, and marks each item once', () => {
    const item = { kind: 'lead', text: '很长的项目名称'.repeat(8), href: '/leads/1' } as const;
    const [drawn] = layOutMap([box({ gap: '缺口，招：年产1万吨', items: [item] })]).boxes;
    expect(drawn?.isGap).toBe(true);
    expect(drawn?.lines.map(({ kind }) => kind)).toEqual(['title', 'gap', 'lead', 'lead', 'lead']);
    expect(drawn?.lines.filter(({ mark }) => mark !== null)).toHaveLength(1);
  });
});

describe('text in lines', () => {
  it('loses nothing but blanks, and none is too wide', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 4, max: 40 }),
        (text, room) => {
          const lines = wrapText(text, room);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });

  it('breaks Chinese anywhere but before a closing mark, and keeps Latin words whole', () => {
    expect(wrapText('一二三四，五六', 4)).toEqual(['一二三四，', '五六']);
    expect(wrapText('产 LFP-2026 电池', 5)).toEqual(['产', 'LFP-2026', '电池']);
    expect(wrapText('', 5)).toEqual(['']);
  });

  it('cuts a word that no line could hold', () => {
    expect(wrapText('a'.repeat(20), 5).length).toBeGreaterThan(1);
  });
});
