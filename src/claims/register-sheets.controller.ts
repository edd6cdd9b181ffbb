import { Controller, Get } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Viewer } from '../domain/access/viewer';
import { beijingDay } from '../domain/shared/instant';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { ambassadorsView } from './ambassadors.views';
import { BackersQueries } from './backers.queries';
import { pageSheets } from './claim-page.views';
import { outpostsView } from './outposts.views';

/** The registers of those who bring leads, to take away. */
@Controller()
export class RegisterSheetsController {
  constructor(
    private readonly clock: Clock,
    private readonly backers: BackersQueries,
  ) {}

  @Get('ambassadors.xlsx')
  @Policy('ambassador.read')
  async ambassadors(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const rows = await this.backers.ambassadors();
    const model = ambassadorsView(viewer, rows, beijingDay(this.clock.now()), null, words);
    return sheetAnswer(pageSheets(model), words.t('ambassadors.title'));
  }

  @Get('outposts.xlsx')
  @Policy('outpost.read')
  async outposts(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const model = outpostsView(viewer, await this.backers.outposts(), words);
    return sheetAnswer(pageSheets(model), words.t('outposts.title'));
  }
}
