import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, validateForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import type { Errors, Typed } from './chain-fields.views';
import { SegmentForm } from './chain.form';
import { ChainPages, statusFor } from './chain-pages';
import { ChainsQueries, type SegmentRow } from './chains.queries';
import { ChainsService } from './chains.service';
import { segmentView } from './chains.views';

type Form = Record<string, unknown>;

/** Segments of a chain: up, mid, down, and which of them are gaps. */
@Controller('chains/:id/segments')
export class ChainSegmentsController {
  constructor(
    private readonly service: ChainsService,
    private readonly chains: ChainsQueries,
    private readonly pages: ChainPages,
  ) {}

  @Get('new')
  @Policy('chain.edit')
  async blank(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const next = (await this.chains.segments(id)).length + 1;
    return this.form(id, null, { place: 'mid', position: String(next) }, {}, words);
  }

  @Post()
  @Policy('chain.edit')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    await this.pages.chain(id);
    return this.take(id, null, body, words, (form) => this.service.addSegment(actorOf(viewer), id, form));
  }

  @Get(':segmentId')
  @Policy('chain.edit')
  async show(
    @Param('id') id: string,
    @Param('segmentId') segmentId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const segment = await this.segment(id, segmentId);
    const { name, place, position, words: spoken, isGap, wanted } = segment;
    const known = { name, place, position: String(position), words: spoken, isGap: isGap ? '1' : '', wanted };
    return this.form(id, segment, known, {}, words);
  }

  @Post(':segmentId')
  @Policy('chain.edit')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('segmentId') segmentId: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const segment = await this.segment(id, segmentId);
    return this.take(id, segment, body, words, (form) =>
      this.service.changeSegment(actorOf(viewer), id, segmentId, form),
    );
  }

  @Post(':segmentId/removal')
  @Policy('chain.edit')
  async remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('segmentId') segmentId: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.service.removeSegment(actorOf(viewer), id, segmentId);
    return seeOther(`/chains/${id}`, { tone: 'ok', text: words.t('chains.flash.segmentRemoved') });
  }

  private async take(
    id: string,
    segment: SegmentRow | null,
    body: Form,
    words: Words,
    write: (form: SegmentForm) => Promise<unknown>,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(SegmentForm, body, words);
    if (!form.ok) return this.form(id, segment, body, byField(form.errors), words);
    if (form.value.isGap && form.value.wanted === '')
      return this.form(id, segment, body, { wanted: words.t('chains.error.wanted') }, words);
    const errors = await this.pages.attempt(words, () => write(form.value));
    if (errors) return this.form(id, segment, body, errors, words);
    return seeOther(`/chains/${id}`, { tone: 'ok', text: words.t('chains.flash.saved') });
  }

  private async segment(id: string, segmentId: string): Promise<SegmentRow> {
    const segment = await this.chains.segment(id, segmentId);
    if (segment === null) throw new Refused(refuse('notFound'), 404);
    return segment;
  }

  private async form(
    id: string,
    segment: SegmentRow | null,
    typed: Typed,
    errors: Errors,
    words: Words,
  ): Promise<PageAnswer> {
    const chain = await this.pages.chain(id);
    return page('chains/form', segmentView({ chain, typed, errors }, segment, words), {
      status: statusFor(errors),
    });
  }
}
