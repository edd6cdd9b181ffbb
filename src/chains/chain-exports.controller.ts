import { Controller, Get } from '@nestjs/common';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { ChainsQueries } from './chains.queries';
import { chainSheet, chainsView } from './chains.views';

/** The register of chains to take away. */
@Controller()
export class ChainExportsController {
  constructor(private readonly chains: ChainsQueries) {}

  @Get('chains.xlsx')
  @Policy('chain.read')
  async sheet(@CurrentWords() words: Words): Promise<FileAnswer> {
    const model = chainsView(await this.chains.lines(), null, words);
    return sheetAnswer(chainSheet(model, words), words.t('menu.chains'));
  }
}
