import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { LedgerQueries } from './ledger.queries';
import { ledgerHeads, ledgerIndex } from './ledger.views';

const sizes = [50, 100, 200];

/** The ledger, to be read by those who watch over the process. */
@Controller('ledger')
export class LedgerController {
  constructor(private readonly ledger: LedgerQueries) {}

  @Get()
  @Policy('ledger.read')
  async index(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query('kind') wantedKind: unknown,
    @Query('page') wantedPage: unknown,
    @Query('size') wantedSize: unknown,
  ): Promise<PageAnswer> {
    const kinds = await this.ledger.kinds(viewer);
    const kind = kinds.find((known) => known === wantedKind) ?? '';
    const size = sizes.find((known) => String(known) === wantedSize) ?? 50;
    const number = /^[1-9]\d{0,6}$/.test(String(wantedPage)) ? Number(wantedPage) : 1;
    const found = await this.ledger.page(viewer, kind, number, size);
    return page('ledger/index', ledgerIndex({ ...found, kinds, kind, page: number, size }, words));
  }

  @Get('heads')
  @Policy('ledger.read')
  async heads(@CurrentWords() words: Words): Promise<PageAnswer> {
    return page('ledger/heads', ledgerHeads(await this.ledger.heads(), words));
  }
}
