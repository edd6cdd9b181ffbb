import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { BallotViewer, Viewer } from '../domain/access/viewer';
import { page, type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import {
  CurrentBallot,
  CurrentViewer,
  CurrentWords,
  FormBody,
  MaybeBallot,
  MaybeViewer,
  Policy,
} from '../http/decorators';
import { deviceOf } from '../http/device';
import { plainText } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { vetoListView } from './veto-list.views';
import { VetoPages } from './veto-pages';
import { VetoSettlementsService, type Settlement, type SettlementMove } from './veto-settlements.service';
import type { Watcher } from './veto-standing';
import { personOf, VetoesQueries, watcherOf } from './vetoes.queries';

/** Vetoes as those see them who settle them: seats behind their voting link, the secretariat, the leading group. */
@Controller('vetoes')
export class VetoActsController {
  constructor(
    private readonly queries: VetoesQueries,
    private readonly settlements: VetoSettlementsService,
    private readonly pages: VetoPages,
  ) {}

  @Get()
  @Policy('veto.list')
  async index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('vetoes/index', vetoListView(await this.queries.ofViewer(viewer), words));
  }

  @Get(':id')
  @Policy('veto.settle')
  show(
    @MaybeBallot() seat: BallotViewer | null,
    @MaybeViewer() viewer: Viewer | null,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.one(watchersOf(seat, viewer), id, words);
  }

  @Post(':id/confirmation')
  @Policy('veto.settle')
  confirm(
    @MaybeBallot() seat: BallotViewer | null,
    @MaybeViewer() viewer: Viewer | null,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    return this.settle(watchersOf(seat, viewer), id, settlementOf('confirm', body, request), words);
  }

  @Post(':id/dismissal')
  @Policy('veto.settle')
  dismiss(
    @MaybeBallot() seat: BallotViewer | null,
    @MaybeViewer() viewer: Viewer | null,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    return this.settle(watchersOf(seat, viewer), id, settlementOf('dismiss', body, request), words);
  }

  @Post(':id/withdrawal')
  @Policy('ballot.vote')
  async withdraw(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.settlements.withdraw([watcherOf(seat)], id, plainText(body['reason']));
    return seeOther(`/vetoes/${id}`, { tone: 'ok', text: words.t('vetoes.flash.withdrawn') });
  }

  private async settle(
    watchers: readonly Watcher[],
    id: string,
    settlement: Settlement,
    words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const problems = await this.settlements.settle(watchers, id, settlement);
    if (problems.length > 0) return this.pages.one(watchers, id, words, { ...settlement, problems });
    return seeOther(`/vetoes/${id}`, { tone: 'ok', text: words.t(`vetoes.flash.${settlement.move}`) });
  }
}

function settlementOf(
  move: SettlementMove,
  { reason, interest }: Readonly<Record<string, unknown>>,
  request: AppRequest,
): Settlement {
  const device = deviceOf(request);
  return { move, reason: plainText(reason), hasNoInterest: [interest].flat().includes('none'), device };
}

function watchersOf(seat: BallotViewer | null, viewer: Viewer | null): Watcher[] {
  return [...(seat ? [watcherOf(seat)] : []), ...(viewer ? [personOf(viewer)] : [])];
}
