import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, validateForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import type { Errors, Typed } from './chain-fields.views';
import { FirmForm } from './chain.form';
import { ChainPages, statusFor } from './chain-pages';
import { mayEditChains } from './chains.controller';
import { chainName } from './chains.queries';
import { firmView } from './chains.views';
import { firmSheet } from './firm-sheet';
import { TargetFirmNotes, type FirmNote } from './target-firm-notes.service';
import { TargetFirmsQueries, type FirmRowKept } from './target-firms.queries';
import { TargetFirmsService } from './target-firms.service';

type Form = Record<string, unknown>;

/** Target firms of a chain. */
@Controller('chains/:id')
export class TargetFirmsController {
  constructor(
    private readonly service: TargetFirmsService,
    private readonly firms: TargetFirmsQueries,
    private readonly notes: TargetFirmNotes,
    private readonly pages: ChainPages,
  ) {}

  @Get('firms.xlsx')
  @Policy('chain.read')
  async sheet(@Param('id') id: string, @CurrentWords() words: Words): Promise<FileAnswer> {
    const chain = await this.pages.chain(id);
    return sheetAnswer(
      firmSheet(await this.firms.all(id), words),
      words.t('chains.file', { chain: chainName(chain, words.locale) }),
    );
  }

  @Get('firms/new')
  @Policy('chain.edit')
  blank(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.form(id, { firm: null, mayEdit: true, notes: [] }, { state: 'planned' }, {}, words);
  }

  @Post('firms')
  @Policy('chain.edit')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    await this.pages.chain(id);
    return this.take(viewer, id, null, body, words);
  }

  @Get('firms/:firmId')
  @Policy('chain.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('firmId') firmId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const firm = await this.firm(id, firmId);
    const { name, uscc, region, segmentId, note, state } = firm;
    const known = { name, uscc: uscc ?? '', region, segmentId: segmentId ?? '', note, state };
    const notes = await this.notes.of(viewer, firmId, words);
    return this.form(id, { firm, mayEdit: mayEditChains(viewer), notes }, known, {}, words);
  }

  @Post('firms/:firmId')
  @Policy('chain.edit')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('firmId') firmId: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return this.take(viewer, id, await this.firm(id, firmId), body, words);
  }

  private async take(
    viewer: Viewer,
    id: string,
    firm: FirmRowKept | null,
    body: Form,
    words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const shown = { firm, mayEdit: true, notes: [] };
    const form = validateForm(FirmForm, body, words);
    if (!form.ok) return this.form(id, shown, body, byField(form.errors), words);
    const actor = actorOf(viewer);
    const errors = await this.pages.attempt(words, () =>
      firm ? this.service.change(actor, id, firm.id, form.value) : this.service.add(actor, id, form.value),
    );
    if (errors) return this.form(id, shown, body, errors, words);
    return seeOther(`/chains/${id}#firms`, { tone: 'ok', text: words.t('chains.flash.saved') });
  }

  private async firm(id: string, firmId: string): Promise<FirmRowKept> {
    const firm = await this.firms.byId(id, firmId);
    if (firm === null) throw new Refused(refuse('notFound'), 404);
    return firm;
  }

  private async form(
    id: string,
    shown: { firm: FirmRowKept | null; mayEdit: boolean; notes: readonly FirmNote[] },
    typed: Typed,
    errors: Errors,
    words: Words,
  ): Promise<PageAnswer> {
    const chain = await this.pages.chain(id);
    const segments = await this.pages.segments(id);
    const state = { chain, typed, errors, mayEdit: shown.mayEdit };
    return page('chains/form', firmView(state, shown.firm, segments, shown.notes, words), {
      status: statusFor(errors),
    });
  }
}
