import { Controller, Param, Post } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import type { Viewer } from '../domain/access/viewer';
import { readMaterials } from '../domain/followup/materials';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { ResultsQueries } from './results.queries';
import { resultsView, type FailedRuling } from './results.views';
import { failedRuling, refusedRuling, RulingFormFields } from './ruling.form';
import { RulingsService } from './rulings.service';

/** The chair's rulings on borderline items. */
@Controller('rounds/:id/items/:itemId/ruling')
export class RulingsController {
  constructor(
    private readonly rulings: RulingsService,
    private readonly results: ResultsQueries,
    private readonly calendars: Calendars,
  ) {}

  @Post()
  @Policy('result.rule')
  async rule(
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(RulingFormFields, body, words);
    if (!form.ok) return this.again(viewer, id, failedRuling(itemId, form.typed, form.errors), words);
    try {
      const { ruling: choice, reason, materials } = form.value;
      await this.rulings.rule(viewer, id, itemId, {
        choice,
        reason,
        materials: readMaterials(materials, reason),
      });
    } catch (error) {
      return this.again(viewer, id, refusedRuling(itemId, form.value, refusalOfForm(error), words), words);
    }
    return seeOther(`/rounds/${id}/results`, { tone: 'ok', text: words.t('results.ruled.done') });
  }

  private async again(viewer: Viewer, id: string, failed: FailedRuling, words: Words): Promise<PageAnswer> {
    const results = await this.results.round(viewer, id);
    const calendar = await this.calendars.current();
    return page('results/show', resultsView({ results, viewer, calendar, failed, order: 'score' }, words), {
      status: 422,
    });
  }
}
