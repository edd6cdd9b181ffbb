import { Controller, Get, Param, Query } from '@nestjs/common';
import { isPanelKind } from '../domain/rubric/panel-kind';
import { page, PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import { RubricDraftsQueries } from '../rubrics/rubric-drafts.queries';
import type { Words } from '../words/words';
import { rubricPreviewView } from './rubric-preview.views';

/** A version of a rubric as the ballot shows it; here because here the ballot is known. */
@Controller('rubrics/:id/versions/:v/preview')
export class RubricPreviewController {
  constructor(private readonly rubrics: RubricDraftsQueries) {}

  @Get()
  @Policy('rubric.read')
  async show(
    @Param('id') id: string,
    @Param('v') v: string,
    @Query() query: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const read = await this.rubrics.versionAt(id, v);
    const asked = typedText(query, 'kind');
    return page('ballots/preview', rubricPreviewView(read, isPanelKind(asked) ? asked : 'park', words));
  }
}
