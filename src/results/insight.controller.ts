import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { Words } from '../words/words';
import { insightAgreementView } from './insight-agreement.views';
import { insightReplayView } from './insight-replay.views';
import { insightSeverityView } from './insight-severity.views';
import { InsightQueries } from './insight.queries';
import { InsightReplays } from './insight-replays.queries';

type Asked = Record<string, unknown>;

/** Looking back on closed rounds: agreement, severity, and what another rubric or other rules would have decided. */
@Controller('insight')
export class InsightController {
  constructor(
    private readonly insight: InsightQueries,
    private readonly replays: InsightReplays,
  ) {}

  @Get()
  @Policy('insight.read')
  async agreement(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('insight/index', insightAgreementView(await this.insight.concluded(viewer), words));
  }

  @Get('severity')
  @Policy('insight.read')
  async severity(
    @Query() asked: Asked,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const rounds = await this.insight.concluded(viewer);
    const wanted = typedText(asked, 'round');
    const chosen = rounds.find(({ round }) => round.id === wanted) ?? rounds[0] ?? null;
    const cards = await this.insight.cards(chosen?.items.map(({ leadId }) => leadId) ?? []);
    return page('insight/severity', insightSeverityView({ rounds, chosen, cards }, words));
  }

  @Get('replay')
  @Policy('insight.read')
  async replay(
    @Query() asked: Asked,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const chosen = { rubric: typedText(asked, 'rubric'), rules: typedText(asked, 'rules') };
    return page('insight/replay', insightReplayView(await this.replays.replay(viewer, chosen, words), words));
  }
}
