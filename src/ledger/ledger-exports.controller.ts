import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { LedgerQueries } from './ledger.queries';
import { ledgerIndex, ledgerSheet } from './ledger.views';

/** Rows of one sheet; further back a person looks page by page. */
const most = 10_000;

/** The newest entries of the ledger to take away; all of it is for `verify` and the backup. */
@Controller()
export class LedgerExportsController {
  constructor(private readonly ledger: LedgerQueries) {}

  @Get('ledger.xlsx')
  @Policy('ledger.read')
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @Query() asked: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<FileAnswer> {
    const kinds = await this.ledger.kinds(viewer);
    const kind = kinds.find((known) => known === asked['kind']) ?? '';
    const found = await this.ledger.page(viewer, kind, 1, most);
    const model = ledgerIndex({ ...found, kinds, kind, page: 1, size: most }, words);
    return sheetAnswer(ledgerSheet(model, words), words.t('ledger.title'));
  }
}
