import { Controller, Get, Param } from '@nestjs/common';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { receiptView } from './receipt.views';
import { ReceiptsQueries } from './receipts.queries';

/** For whoever holds a receipt code: is my ballot in the record? */
@Controller('receipts')
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsQueries) {}

  @Get(':code')
  @Policy('receipt.show')
  async show(@Param('code') code: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const receipt = await this.receipts.byCode(code);
    if (!receipt) throw new Refused(refuse('receiptUnknown'), 404);
    return page('ballots/receipt', receiptView(receipt, words));
  }
}
