import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { MOST_FIRM_ROWS, pastedTable, readFirmRows, type ReadFirm } from '../domain/chain/firm-rows';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy, TakesFiles } from '../http/decorators';
import { plainText, typedText } from '../http/forms';
import type { AppRequest } from '../http/request';
import { readTable, TABLE_LIMITS, UnreadableTable } from '../http/table-reader';
import { uploadParts } from '../http/upload';
import { actorOf } from '../ledger/actor';
import { isKnownRegion, isProvincePrefix } from '../reference/regions';
import type { Words } from '../words/words';
import { ChainPages } from './chain-pages';
import { firmImportView, firmPreviewView } from './firm-import.views';
import { firmRowWords, firmSheet } from './firm-sheet';
import { firmKey, TargetFirmsService } from './target-firms.service';

/** Target firms from a file or a paste: looked at first, each problem beside its row, then applied in one act. */
@Controller('chains/:id/imports')
export class FirmImportsController {
  constructor(
    private readonly service: TargetFirmsService,
    private readonly pages: ChainPages,
  ) {}

  @Get()
  @Policy('chain.edit')
  async show(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('chains/import', firmImportView(await this.pages.chain(id), '', '', words));
  }

  @Get('template.xlsx')
  @Policy('chain.edit')
  async template(@Param('id') id: string, @CurrentWords() words: Words): Promise<FileAnswer> {
    await this.pages.chain(id);
    return sheetAnswer(firmSheet([], words), words.t('chains.import.templateFile'));
  }

  /** Nothing is kept: the page that follows carries the rows that are right. */
  @Post()
  @Policy('chain.edit')
  @TakesFiles()
  async preview(
    @Param('id') id: string,
    @Req() request: AppRequest,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const chain = await this.pages.chain(id);
    let pasted = '';
    let table: string[][] = [];
    try {
      for await (const part of uploadParts(request)) {
        if (part.kind === 'field' && part.name === 'rows') pasted = plainText(part.value);
        if (part.kind !== 'file') continue;
        const bytes = await gathered(part.bytes);
        if (bytes.length > 0) table = await readTable(bytes);
      }
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      const why = words.t(error.isOldExcel ? 'refusal.importOldExcel' : 'chains.import.unreadable');
      const model = firmImportView(chain, pasted, why, words);
      return page('chains/import', model, { status: 422 });
    }
    const read = await this.read(id, table.length > 0 ? table : pastedTable(pasted));
    if (read.length === 0 || read.length > MOST_FIRM_ROWS) {
      const key = read.length === 0 ? 'chains.import.nothing' : 'chains.import.tooMany';
      const model = firmImportView(chain, pasted, words.t(key, { most: MOST_FIRM_ROWS }), words);
      return page('chains/import', model, { status: 422 });
    }
    return page('chains/preview', firmPreviewView(chain, read, words));
  }

  /** Applies what the preview carried; rows are checked again, because segments may have changed since. */
  @Post('application')
  @Policy('chain.edit')
  async apply(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const chain = await this.pages.chain(id);
    const text = plainText(typedText(body, 'rows'));
    const read = (await this.read(id, pastedTable(text))).slice(0, MOST_FIRM_ROWS);
    const right = read.filter(({ problems }) => problems.length === 0).map(({ row }) => row);
    if (right.length === 0) {
      const model = firmImportView(chain, text, words.t('chains.import.nothing'), words);
      return page('chains/import', model, { status: 422 });
    }
    let count = { added: 0, changed: 0, same: 0 };
    const errors = await this.pages.attempt(words, async () => {
      count = await this.service.apply(actorOf(viewer), id, right);
    });
    if (errors) {
      const model = firmImportView(chain, text, Object.values(errors).join(''), words);
      return page('chains/import', model, { status: 422 });
    }
    return seeOther(`/chains/${id}#firms`, { tone: 'ok', text: words.t('chains.import.done', { ...count }) });
  }

  private async read(id: string, table: readonly (readonly string[])[]): Promise<ReadFirm[]> {
    const segments = new Set((await this.pages.segments(id)).map(({ name }) => name));
    const regions = { isKnownRegion, isProvincePrefix };
    return readFirmRows(table, { ...firmRowWords(), segments, regions, keyOf: firmKey });
  }
}

/** @throws UnreadableTable beyond what a table may be */
async function gathered(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size <= TABLE_LIMITS.bytes) pieces.push(piece);
  }
  if (size > TABLE_LIMITS.bytes) throw new UnreadableTable();
  return Buffer.concat(pieces);
}
