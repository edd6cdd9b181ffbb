import { zipSync, strToU8 } from 'fflate';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readLeadSheet, type LeadSheet } from '../../../src/exchange/lead-sheet';
import { BadSheet } from '../../../src/exchange/sheet-xml';
import { openWorkbook } from '../../../src/exchange/workbook-reader';
import { BadZip } from '../../../src/files/zip-parts';

const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '/tmp', 'books-'));
let count = 0;

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const head = `<row r="1">${cell('A1', '项目名称')}${cell('B1', '投资方全称')}${cell('C1', '总投资（万元）')}${cell('D1', '首次接触日期')}</row>`;

/** A workbook of one sheet as other programs might write it. */
function book(sheet: string, more: Record<string, string> = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId7" Type="x" Target="worksheets/sheet9.xml"/></Relationships>',
        'xl/worksheets/sheet9.xml': sheet,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}

async function read(bytes: Uint8Array): Promise<LeadSheet> {
  const path = join(folder, `${(count += 1)}.xlsx`);
  writeFileSync(path, bytes);
  const file = await open(path, 'r');
  try {
    const { rows, merged, system } = await openWorkbook(file, bytes.length);
    return await readLeadSheet(rows, { system, hosts: new Map() }, merged);
  } finally {
    await file.close();
  }
}

const sheetOf = (rows: string, rest = '', dimension = 'A1:D2'): string =>
  `<?xml version="1.0"?><worksheet ${main}><dimension ref="${dimension}"/><sheetData>${head}${rows}</sheetData>${rest}</worksheet>`;

describe('workbooks of other programs', () => {
  it('are read by their rows, whatever they claim about their size', async () => {
    const row = `<row r="1048576">${cell('A1048576', '热泵项目')}${cell('B1048576', '甲乙公司')}</row>`;
    const { rows } = await read(book(sheetOf(row, '', 'A1:XFD1048576')));
    expect(rows.map(({ position, values }) => [position, values['title']])).toEqual([
      [1_048_576, '热泵项目'],
    ]);
  });

  it('give the saved result of a formula, and say where there is none or an error', async () => {
    const row = `<row r="2">${cell('A2', '热泵项目')}${cell('B2', '甲乙公司')}<c r="C2"><f>1+1</f><v>2</v></c></row>
      <row r="3">${cell('A3', '热泵项目')}${cell('B3', '甲乙公司')}<c r="C3"><f>1+1</f></c></row>
      <row r="4">${cell('A4', '热泵项目')}${cell('B4', '甲乙公司')}<c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    const { rows } = await read(book(sheetOf(row)));
    expect(rows[0]?.values['totalInvestmentWan']).toBe('2');
    expect(rows[0]?.problems).toEqual([]);
    expect(rows[1]?.problems).toMatchObject([{ letter: 'C', because: 'formulaUnsaved' }]);
    expect(rows[2]?.problems).toMatchObject([{ letter: 'C', because: 'cellError', shown: '#DIV/0!' }]);
  });

  it('have merged cells told on each row they cover', async () => {
    const rows = [2, 3, 4].map(
      (n) => `<row r="${n}">${cell(`A${n}`, '热泵项目')}${cell(`B${n}`, '甲乙公司')}</row>`,
    );
    const tail = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    const sheet = await read(book(sheetOf(rows.join(''), tail)));
    expect(sheet.rows.map(({ problems }) => problems.map(({ because }) => because))).toEqual([
      ['mergedCells'],
      ['mergedCells'],
      [],
    ]);
  });

  it('count days from 1904 where they say so, and know a number as a day by its format', async () => {
    const row = `<row r="2">${cell('A2', '热泵项目')}${cell('B2', '甲乙公司')}<c r="D2" s="1"><v>44894</v></c></row>`;
    const styles = `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`;
    const old = `<workbook ${main}><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>`;
    const sheet = await read(book(sheetOf(row), { 'xl/styles.xml': styles, 'xl/workbook.xml': old }));
    expect(sheet.rows[0]?.values['firstContactAt']).toBe('2026-11-30');
    const usual = await read(book(sheetOf(row.replace('44894', '46356')), { 'xl/styles.xml': styles }));
    expect(usual.rows[0]?.values['firstContactAt']).toBe('2026-11-30');
  });

  it('may write their tags with a prefix, and formatted runs with readings', async () => {
    const shared = `<x:sst xmlns:x="m"><x:si><x:r><x:t>热泵</x:t></x:r><x:r><x:t>A&amp;B_x000D_项目</x:t></x:r><x:rPh><x:t>rebeng</x:t></x:rPh></x:si></x:sst>`;
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>title</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>investorName</x:t></x:is></x:c></x:row>
      <x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>甲乙公司</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const { rows } = await read(book(sheet, { 'xl/sharedStrings.xml': shared }));
    expect(rows[0]?.values['title']).toBe('热泵A&B\r项目');
  });

  it('are refused when they burst, declare entities, or are no workbook', async () => {
    const bomb = book(sheetOf(`<row r="2">${cell('A2', ' '.repeat(20 * 1024 * 1024))}</row>`));
    expect(bomb.length).toBeLessThan(100 * 1024);
    await expect(read(bomb)).rejects.toBeInstanceOf(BadZip);
    const entities = `<!DOCTYPE a [<!ENTITY b "c">]>${sheetOf('')}`;
    await expect(read(book(entities))).rejects.toBeInstanceOf(BadSheet);
    await expect(read(zipSync({ 'a.txt': strToU8('a') }))).rejects.toBeInstanceOf(BadSheet);
    const cut = sheetOf(`<row r="2">${cell('A2', '热泵项目')}</row>`).replace('</t>', '');
    await expect(read(book(cut))).rejects.toBeInstanceOf(BadSheet);
  });

  it('wear no reader out: a megabyte of tags that never close is refused at once', async () => {
    const start = performance.now();
    for (const tag of ['<c ', '<c r="A2">', '<row>', '<c><v>', '<t>']) {
      let text = '';
      let seed = 7;
      // Random letters in between, so that the archive does not shrink as a bomb would.
      while (text.length < 1_000_000)
        text += `${tag}${((seed = (seed * 48_271) % 2_147_483_647) / 3).toString(36)}`;
      await expect(read(book(sheetOf(`<row r="2">${text}</row>`)))).rejects.toThrow();
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
