import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { ruleComparisonView } from './rule-comparison.views';
import { RuleDraftsQueries } from './rule-drafts.queries';
import { RuleDraftsService } from './rule-drafts.service';
import { RuleSetsService } from './rule-sets.service';
import { versionName } from './rule-words.views';
import { ruleListView, ruleSetView } from './rules.views';
import { RubricsQueries, type RuleSetRead } from './rubrics.queries';

/** The decision rules: every version, in plain language and beside one another. */
@Controller('rules')
export class RulesController {
  constructor(
    private readonly rubrics: RubricsQueries,
    private readonly drafts: RuleDraftsQueries,
    private readonly ruleSets: RuleSetsService,
    private readonly writing: RuleDraftsService,
  ) {}

  @Get()
  @Policy('rubric.read')
  async index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    const [versions, drafts, current] = await Promise.all([
      this.rubrics.ruleSetVersions(),
      this.drafts.all(),
      this.rubrics.currentRuleSet(),
    ]);
    const maySimulate = allows('rules.simulate', viewer, null, 'production');
    return page(
      'rules/index',
      ruleListView({ versions, drafts, currentId: current?.id ?? '', maySimulate }, words),
    );
  }

  @Get(':id')
  @Policy('rubric.read')
  async show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const versions = await this.rubrics.ruleSetVersions();
    const current = await this.rubrics.currentRuleSet();
    const facts = {
      rules: known(versions, id),
      versions,
      currentId: current?.id ?? '',
      mayEdit: holds(viewer, 'secretariat'),
      mayRetire: versions.filter(({ retiredAt }) => retiredAt === null).length > 1,
    };
    return page('rules/show', ruleSetView(facts, words));
  }

  @Get(':id/comparison')
  @Policy('rubric.read')
  async comparison(
    @Param('id') id: string,
    @Query() asked: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const versions = await this.rubrics.ruleSetVersions();
    const other = known(versions, typedText(asked, 'with'));
    return page('rules/comparison', ruleComparisonView(known(versions, id), other, words));
  }

  @Post(':id/drafts')
  @Policy('rules.edit')
  async begin(@Param('id') id: string, @CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    return seeOther(`/rules/drafts/${await this.writing.begin(actorOf(viewer), id)}`);
  }

  @Post(':id/retirement')
  @Policy('rules.edit')
  async retire(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const retired = await this.ruleSets.retire(actorOf(viewer), id);
    const text = words.t('rules.retire.done', { version: versionName(retired, words) });
    return seeOther(`/rules/${id}`, { tone: 'ok', text });
  }
}

function known(versions: readonly RuleSetRead[], id: string): RuleSetRead {
  const found = versions.find((version) => version.id === id);
  if (found === undefined) throw new Refused(refuse('notFound'), 404);
  return found;
}
