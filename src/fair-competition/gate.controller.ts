import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Ids } from '../clock/ids';
import type { Viewer } from '../domain/access/viewer';
import type { ReceivedFile } from '../files/files.service';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy, TakesFiles } from '../http/decorators';
import { refusalOfForm, validateForm, type FieldError } from '../http/forms';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import type { Words } from '../words/words';
import { GatePages } from './gate-pages';
import { gateView } from './gate.views';
import { OpinionForm } from './opinion.form';
import { OpinionsService } from './opinions.service';

/** What a lead asks for, held against the catalogue, and the opinions on it. */
@Controller('leads/:id/fair-competition')
export class GateController {
  constructor(
    private readonly ids: Ids,
    private readonly pages: GatePages,
    private readonly opinions: OpinionsService,
  ) {}

  @Get()
  @Policy('fairCompetition.show')
  show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.answer(viewer, id, null, words);
  }

  @Post('opinions')
  @Policy('fairCompetition.opine')
  @TakesFiles()
  async give(
    @Param('id') id: string,
    @Req() request: AppRequest,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const { body, file, errors } = await this.read(request, words);
    const form = validateForm(OpinionForm, body, words);
    const found = [...(form.ok ? [] : form.errors), ...errors];
    if (!form.ok || found.length > 0) return this.answer(viewer, id, { body, errors: found }, words);
    const { idempotencyKey: sentKey, ...given } = form.value;
    try {
      await this.opinions.give(viewer, id, { ...given, sentKey }, file);
    } catch (error) {
      return this.answer(viewer, id, { body, errors: [beside(error, words)] }, words);
    }
    return seeOther(`/leads/${id}/fair-competition`, { tone: 'ok', text: words.t('gate.opinion.given') });
  }

  /** Reads the form to its end, whatever is wrong with the document. */
  private async read(
    request: AppRequest,
    words: Words,
  ): Promise<{ body: Record<string, unknown>; file: ReceivedFile | null; errors: FieldError[] }> {
    const body: Record<string, unknown> = {};
    const errors: FieldError[] = [];
    let file: ReceivedFile | null = null;
    for await (const part of uploadParts(request)) {
      if (part.kind === 'field') body[part.name] = part.value;
      else if (part.filename === '') part.bytes.resume();
      else
        try {
          file = await this.opinions.receive(part.bytes, part.filename);
        } catch (error) {
          errors.push({ ...beside(error, words), field: 'file' });
        }
    }
    return { body, file, errors };
  }

  private async answer(
    viewer: Viewer,
    id: string,
    sent: { body: Record<string, unknown>; errors: readonly FieldError[] } | null,
    words: Words,
  ): Promise<PageAnswer> {
    const shown = await this.pages.page(viewer, id, this.ids.next());
    return page('fair-competition/gate', gateView(shown, sent, words), { status: sent === null ? 200 : 422 });
  }
}

function beside(error: unknown, words: Words): FieldError {
  const { because, details } = refusalOfForm(error);
  const field = because === 'opinionBasisMissing' ? 'basis' : 'text';
  return { field, message: words.t(`refusal.${because}`, details) };
}
