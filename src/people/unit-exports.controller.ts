import { Controller, Get } from '@nestjs/common';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { DirectoryQueries } from './directory.queries';
import { unitSheet, unitsView } from './units.views';

/** The units to take away. */
@Controller()
export class UnitExportsController {
  constructor(private readonly directory: DirectoryQueries) {}

  @Get('admin/units.xlsx')
  @Policy('admin.read')
  async sheet(@CurrentWords() words: Words): Promise<FileAnswer> {
    const facts = { units: await this.directory.units(), mayChange: false, typed: {}, errors: {} };
    return sheetAnswer(unitSheet(unitsView(facts, words), words), words.t('menu.units'));
  }
}
