import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { downloadStream } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { spreadsheetStream, type Cell } from '../http/spreadsheet';
import { LeadExportQueries, type ExportedLead } from '../leads/lead-export.queries';
import type { Words } from '../words/words';
import { fullColumns, fullRow, listColumns, listRow } from './lead-export-sheet';

/** The lead list to take away, as filtered: what the list shows, or all that the form holds. */
@Controller()
export class LeadExportsController {
  constructor(private readonly leads: LeadExportQueries) {}

  @Get('leads.xlsx')
  @Policy('lead.list')
  sheet(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query() query: Record<string, unknown>,
  ): FileAnswer {
    const full = query['columns'] === 'all';
    const leads = this.leads.rows(viewer, query, full);
    const name = words.t(full ? 'exchange.export.all' : 'exchange.export.file');
    const columns = full ? fullColumns(words) : listColumns(words);
    const cells = rowsOf(leads, full ? fullRow : listRow, words);
    return downloadStream(spreadsheetStream(name, columns, cells), name, 'xlsx');
  }
}

async function* rowsOf(
  leads: AsyncIterable<ExportedLead>,
  row: (lead: ExportedLead, words: Words) => Cell[],
  words: Words,
): AsyncGenerator<Cell[]> {
  for await (const lead of leads) yield row(lead, words);
}
