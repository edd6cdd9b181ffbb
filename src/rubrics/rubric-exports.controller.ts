import { Controller, Get } from '@nestjs/common';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { rubricListView, rubricSheet } from './rubric.views';
import { RubricsQueries } from './rubrics.queries';
import { ruleListView, ruleSheet } from './rules.views';

/** The lists of rubrics and of decision rules to take away. */
@Controller()
export class RubricExportsController {
  constructor(private readonly rubrics: RubricsQueries) {}

  @Get('rubrics.xlsx')
  @Policy('rubric.read')
  async everyRubric(@CurrentWords() words: Words): Promise<FileAnswer> {
    const model = rubricListView(await this.rubrics.versions(), null, words);
    return sheetAnswer(rubricSheet(model, words), words.t('rubrics.list.title'));
  }

  @Get('rules.xlsx')
  @Policy('rubric.read')
  async everyRuleSet(@CurrentWords() words: Words): Promise<FileAnswer> {
    const versions = await this.rubrics.ruleSetVersions();
    const currentId = (await this.rubrics.currentRuleSet())?.id ?? '';
    const model = ruleListView({ versions, drafts: [], currentId, maySimulate: false }, words);
    return sheetAnswer(ruleSheet(model, words), words.t('rules.list.title'));
  }
}
