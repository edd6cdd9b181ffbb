import type { Cell, Sheet } from '../http/spreadsheet';
import { fromHundredths, wanText } from '../domain/shared/wan';
import type { Words } from '../words/words';
import type { CageList, ProjectCard } from './cage.queries';
import { lightModel, projectLight } from './light.views';

/** The projects of the list, as filtered, for a spreadsheet. Amounts stay numbers, in 万元. */
export function cageSheet({ rows, now }: CageList, words: Words): Sheet {
  const column = (key: string, width: number, format = ''): Sheet['columns'][number] => ({
    title: words.t(`cage.sheet.${key}`),
    width,
    ...(format === '' ? {} : { format }),
  });
  return {
    name: words.t('cage.list.title'),
    columns: [
      column('cageNo', 16),
      column('title', 36),
      column('investor', 32),
      column('total', 16, '#,##0.00'),
      column('stage', 12),
      column('since', 14),
      column('light', 12),
      column('host', 22),
      column('sponsor', 14),
    ],
    rows: rows.map((row) => rowOf(row, now, words)),
  };
}

function rowOf(row: ProjectCard, now: string, words: Words): Cell[] {
  const { totalInvestment } = row;
  return [
    row.cageNo,
    row.title,
    row.investorName,
    totalInvestment === null ? null : Number(wanText(fromHundredths(totalInvestment))),
    words.t(`cage.stage.${row.stage}`),
    row.stageEnteredOn,
    lightModel(projectLight(row, now), words).label,
    row.hostName,
    row.sponsorName,
  ];
}
