import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { holds, type Viewer } from '../domain/access/viewer';
import { beijingDay } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText, validateForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { BackersQueries } from './backers.queries';
import { BackersService } from './backers.service';
import type { SentBack } from './claim-page.views';
import { AmbassadorForm, HandOverForm, OutpostForm } from './claim.form';
import { ambassadorsView } from './ambassadors.views';
import { handOversView } from './hand-overs.views';
import { outpostsView, outpostView } from './outposts.views';
import { RegistersService } from './registers.service';
import { asFieldError } from './sent-form';

type Body = Record<string, unknown>;

const handOverPlaces = {
  handOverSame: 'to',
  handOverUnknown: 'to',
  handOverNoScout: 'to',
  handOverNothing: 'from',
};

/** Ambassadors, out-stationed teams, hand-overs, and co-scouts who confirm their share. */
@Controller()
export class RegistersController {
  constructor(
    private readonly clock: Clock,
    private readonly backers: BackersQueries,
    private readonly coScouts: BackersService,
    private readonly registers: RegistersService,
  ) {}

  @Post('leads/:id/co-scout')
  @Policy('coScout.answer')
  async answer(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<SeeOther> {
    const verdict = typedText(body, 'verdict') === 'confirm' ? 'confirm' : 'decline';
    await this.coScouts.answer(viewer, id, verdict);
    return seeOther(`/leads/${id}#co-scouts`, { tone: 'ok', text: words.t(`coScouts.done.${verdict}`) });
  }

  @Get('ambassadors')
  @Policy('ambassador.read')
  ambassadors(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.ambassadorPage(viewer, null, words);
  }

  @Post('ambassadors')
  @Policy('ambassador.edit')
  async appoint(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(AmbassadorForm, body, words);
    if (!form.ok)
      return this.ambassadorPage(viewer, { form: 'ambassador', typed: body, errors: form.errors }, words);
    try {
      const { name, post, region, termFrom, termUntil, interest } = form.value;
      await this.registers.appoint(actorOf(viewer), { name, post, region, termFrom, termUntil, interest });
    } catch (error) {
      const errors = [asFieldError(error, { termBackwards: 'termUntil' }, 'name', words)];
      return this.ambassadorPage(viewer, { form: 'ambassador', typed: body, errors }, words);
    }
    return seeOther('/ambassadors', { tone: 'ok', text: words.t('ambassadors.done') });
  }

  @Get('outposts')
  @Policy('outpost.read')
  async outposts(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('claims/page', outpostsView(viewer, await this.backers.outposts(), words));
  }

  @Get('outposts/:id')
  @Policy('outpost.edit')
  outpost(@CurrentWords() words: Words, @Param('id') id: string): Promise<PageAnswer> {
    return this.outpostPage(id, null, words);
  }

  @Post('outposts/:id/region')
  @Policy('outpost.edit')
  async cover(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(OutpostForm, body, words);
    if (!form.ok) return this.outpostPage(id, { form: 'region', typed: body, errors: form.errors }, words);
    await this.registers.cover(actorOf(viewer), id, form.value.region);
    return seeOther('/outposts', { tone: 'ok', text: words.t('outposts.done') });
  }

  @Get('hand-overs')
  @Policy('lead.handOver')
  handOvers(@CurrentWords() words: Words, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    return this.handOverPage(typedText(query, 'from'), typedText(query, 'to'), null, words);
  }

  @Post('hand-overs')
  @Policy('lead.handOver')
  async handOver(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(HandOverForm, body, words);
    const again = (errors: SentBack['errors']): Promise<PageAnswer> =>
      this.handOverPage(
        typedText(body, 'from'),
        typedText(body, 'to'),
        { form: 'handOver', typed: body, errors },
        words,
      );
    if (!form.ok) return again(form.errors);
    const { from, to, reason, listed } = form.value;
    try {
      const given = { from, to, reason, listed: listed === '' ? null : Number(listed) };
      const n = await this.registers.handOver(viewer, given);
      return seeOther(holds(viewer, 'secretariat') ? '/leads' : '/hand-overs', {
        tone: 'ok',
        text: words.t('handOvers.done', { n }),
      });
    } catch (error) {
      return again([asFieldError(error, handOverPlaces, 'reason', words)]);
    }
  }

  private async ambassadorPage(viewer: Viewer, sent: SentBack | null, words: Words): Promise<PageAnswer> {
    const rows = await this.backers.ambassadors();
    const view = ambassadorsView(viewer, rows, beijingDay(this.clock.now()), sent, words);
    return page('claims/page', view, { status: sent === null ? 200 : 422 });
  }

  private async outpostPage(id: string, sent: SentBack | null, words: Words): Promise<PageAnswer> {
    const row = (await this.backers.outposts()).find(({ unitId }) => unitId === id);
    if (row === undefined) throw new Refused(refuse('outpostNotFound'), 404);
    const view = outpostView(row, await this.backers.regionsOf(id), sent, words);
    return page('claims/page', view, { status: sent === null ? 200 : 422 });
  }

  private async handOverPage(
    from: string,
    to: string,
    sent: SentBack | null,
    words: Words,
  ): Promise<PageAnswer> {
    const scouts = await this.backers.scouts();
    const known = scouts.some(({ id }) => id === from) ? from : '';
    const inHand = known === '' ? [] : await this.backers.inHand(known);
    const facts = { scouts, from: known, to, inHand, recent: await this.backers.recentHandOvers() };
    return page('claims/page', handOversView(facts, sent, words), { status: sent === null ? 200 : 422 });
  }
}
