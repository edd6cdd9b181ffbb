import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { retention } from '../domain/privacy/retention';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { LegalHoldsQueries } from './legal-holds.queries';
import { holdSheet, holdsPage } from './legal-holds.views';

/** The holds to take away. */
@Controller()
export class HoldExportsController {
  constructor(
    private readonly holds: LegalHoldsQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  @Get('retention.xlsx')
  @Policy('retention.read')
  async sheet(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const [holds, runs, terms] = await Promise.all([
      this.holds.all(viewer),
      this.holds.runs(),
      this.settings.value(retention),
    ]);
    const model = holdsPage({ holds, runs, terms, mayHold: false, typed: {}, errors: {} }, words);
    return sheetAnswer(holdSheet(model, words), words.t('holds.title'));
  }
}
