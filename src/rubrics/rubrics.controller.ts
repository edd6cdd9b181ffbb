import { Controller, Get, Param } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { rubricListView, rubricVersionsView } from './rubric.views';
import { rubricVersionView } from './rubric-version.views';
import { RubricsQueries } from './rubrics.queries';

/** Rubrics and decision rules, to be read. What is written of them has controllers of its own. */
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
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const all = await this.rubrics.versions();
    const versions = all.filter(({ rubricId }) => rubricId === id);
    const [newest] = versions;
    if (newest === undefined) throw new Refused(refuse('notFound'), 404);
    const drafting = { mayEdit: mayEdit(viewer), bases: all.filter(({ state }) => state !== 'draft') };
    return page('rubrics/show', rubricVersionsView(newest, versions, drafting, words));
  }

  @Get(':id/versions/:v')
  @Policy('rubric.read')
  async version(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('v') v: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const read = /^[1-9]\d{0,5}$/.test(v) ? await this.rubrics.versionOf(id, Number(v)) : null;
    if (read === null) throw new Refused(refuse('notFound'), 404);
    const rules = await this.rubrics.currentRuleSet();
    return page('rubrics/version', rubricVersionView(read, rules, mayEdit(viewer), words));
  }
}

const mayEdit = (viewer: Viewer): boolean => holds(viewer, 'secretariat');
