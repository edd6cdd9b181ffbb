import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { visitScope } from '../domain/campaign/campaign';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { CampaignsQueries } from './campaigns.queries';
import { campaignSheet, campaignsView } from './campaigns.views';

/** The campaigns to take away, as far as the viewer sees into them. */
@Controller()
export class CampaignExportsController {
  constructor(private readonly campaigns: CampaignsQueries) {}

  @Get('campaigns.xlsx')
  @Policy('campaign.list')
  async sheet(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const lines = await this.campaigns.campaigns(viewer);
    const seen = { today: this.campaigns.today, own: visitScope(viewer) === 'unit' };
    return sheetAnswer(
      campaignSheet(campaignsView(lines, seen, null, words), words),
      words.t('menu.campaigns'),
    );
  }
}
