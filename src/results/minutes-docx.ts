import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import type { Paper, PaperPart, PaperTable } from './paper';

/** Half points, as Word counts sizes: 2号, 3号, 小四, 小五 of GB/T 9704. */
const size = { title: 44, body: 32, table: 24, small: 18 } as const;
/** Line pitch of 22 lines on a page, in twentieths of a point: 29 pt. */
const pitch = 29 * 20;
/** Two characters of the body. */
const indent = { firstLine: 2 * 16 * 20 };
/** Named, never shipped: a machine without them shows its own. */
const fonts = { title: '方正小标宋简体', body: '仿宋', first: '黑体', second: '楷体' } as const;

/** A paper as a Word file in the layout of GB/T 9704-2012: A4, 37 mm above, 28 mm left, 22 lines of 28 characters. */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  const { title, number, parts, signatures, foot, verify } = paper;
  const margin = { top: 37, bottom: 35, left: 28, right: 26 };
  const file = new Document({
    title: `${title} ${number}`,
    creator: 'Yushen',
    styles: { default: { document: { run: { font: fonts.body, size: size.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(margin.top),
              bottom: convertMillimetersToTwip(margin.bottom),
              left: convertMillimetersToTwip(margin.left),
              right: convertMillimetersToTwip(margin.right),
            },
          },
        },
        children: [
          line(title, { font: fonts.title, size: size.title, alignment: AlignmentType.CENTER }),
          line(number, { font: fonts.second, alignment: AlignmentType.CENTER }),
          ...parts.flatMap(partBlocks),
          ...signatures.map((text) => line(text, { alignment: AlignmentType.RIGHT })),
          line(foot, { size: size.table }),
          ...verify.map((text) => line(text, { size: size.small, single: true })),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function partBlocks({ heading, isSub, paragraphs, table }: PaperPart): (Paragraph | Table)[] {
  return [
    ...(heading === '' ? [] : [line(heading, { font: isSub ? fonts.second : fonts.first, indent })]),
    ...paragraphs.map((text) => line(text, { indent })),
    ...(table === null ? [] : [tableBlock(table), line('', { size: size.small })]),
  ];
}

interface LineLook {
  readonly font?: string;
  readonly size?: number;
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: { firstLine: number };
  /** Packed as tight as the letters allow: small type and tables. */
  readonly single?: boolean;
}

function line(text: string, look: LineLook): Paragraph {
  const { font = fonts.body, size: height = size.body, alignment, indent: at, single } = look;
  return new Paragraph({
    children: [new TextRun({ text, font, size: height })],
    ...(alignment === undefined ? {} : { alignment }),
    ...(at === undefined ? {} : { indent: at }),
    ...(single ? {} : { spacing: { line: pitch, lineRule: 'exact' as const } }),
  });
}

function tableBlock({ head, rows }: PaperTable): Table {
  const cell = (text: string, isHead: boolean): TableCell =>
    new TableCell({
      children: [line(text, { size: size.table, font: isHead ? fonts.first : fonts.body, single: true })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
      ...rows.map(
        ({ cells }) => new TableRow({ cantSplit: true, children: cells.map((text) => cell(text, false)) }),
      ),
    ],
  });
}
