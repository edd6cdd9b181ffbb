import { Controller, Get, Param } from '@nestjs/common';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { rubricListView, rubricVersionsView, rubricVersionView } from './rubric.views';
import { RubricsQueries } from './rubrics.queries';

/** Rubrics and decision rules, to be read. */
@Controller('rubrics')
export class RubricsController {
  constructor(private readonly rubrics: RubricsQueries) {}

  @Get()
  @Policy('rubric.read')
  async index(@CurrentWords() words: Words): Promise<PageAnswer> {
    const [versions, rules] = await Promise.all([this.rubrics.versions(), this.rubrics.currentRuleSet()]);
    return page('rubrics/index', rubricListView(versions, rules, words));
  }

  @Get(':id')
  @Policy('rubric.read')
  async show(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const versions = (await this.rubrics.versions()).filter(({ rubricId }) => rubricId === id);
    const [newest] = versions;
    if (newest === undefined) throw new Refused(refuse('notFound'), 404);
    return page('rubrics/show', rubricVersionsView(newest, versions, words));
  }

  @Get(':id/versions/:v')
  @Policy('rubric.read')
  async version(
    @Param('id') id: string,
    @Param('v') v: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const read = /^[1-9]\d{0,5}$/.test(v) ? await this.rubrics.versionOf(id, Number(v)) : null;
    if (read === null) throw new Refused(refuse('notFound'), 404);
    const rules = await this.rubrics.currentRuleSet();
    return page('rubrics/version', rubricVersionView(read, rules, words));
  }
}
