import { Controller, Get, Param, Post } from '@nestjs/common';
import { Ids } from '../clock/ids';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, validateForm, type FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { LeadPromisesQueries } from './lead-promises.queries';
import { leadPromisesView, type SentForm } from './lead-promises.views';
import { PausesService } from './pauses.service';
import { FollowUpForm, isRecordKind, PauseForm, RecordForm } from './promise.form';
import { PromiseRecords } from './records.service';

type Body = Record<string, unknown>;

/** What is promised of a lead: records that keep it, pauses that are asked for. */
@Controller('leads/:id')
export class LeadPromisesController {
  constructor(
    private readonly ids: Ids,
    private readonly queries: LeadPromisesQueries,
    private readonly records: PromiseRecords,
    private readonly pauses: PausesService,
  ) {}

  @Get('promises')
  @Policy('promise.show')
  show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.answer(viewer, id, null, words);
  }

  @Post('promise-records')
  @Policy('promise.record')
  async record(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    // None of the page's forms sends another: there is no place beside which to say it.
    const { kind: sentKind } = body;
    if (!isRecordKind(sentKind)) throw new Refused(refuse('recordKindUnknown'), 422);
    const isDated = sentKind === 'followUp';
    const form = isDated ? validateForm(FollowUpForm, body, words) : validateForm(RecordForm, body, words);
    const again = (errors: readonly FieldError[]): Promise<PageAnswer> =>
      this.answer(viewer, id, { form: sentKind, body, errors }, words);
    if (!form.ok) return again(form.errors);
    const { kind, note, idempotencyKey: sentKey } = form.value;
    const onDay = form.value instanceof FollowUpForm ? form.value.onDay : '';
    try {
      await this.records.add(viewer, id, { kind, note, onDay, sentKey });
    } catch (error) {
      return again([beside(error, { recordNoteMissing: 'note' }, 'onDay', words)]);
    }
    return seeOther(`/leads/${id}/promises`, { tone: 'ok', text: words.t(`promises.record.${kind}.done`) });
  }

  @Post('pauses')
  @Policy('promise.pause')
  async pause(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(PauseForm, body, words);
    const again = (errors: readonly FieldError[]): Promise<PageAnswer> =>
      this.answer(viewer, id, { form: 'pause', body, errors }, words);
    if (!form.ok) return again(form.errors);
    try {
      await this.pauses.ask(viewer, id, form.value);
    } catch (error) {
      return again([beside(error, { reasonMissing: 'reason' }, 'until', words)]);
    }
    return seeOther(`/leads/${id}/promises`, { tone: 'ok', text: words.t('promises.pause.ask.done') });
  }

  private async answer(viewer: Viewer, id: string, sent: SentForm | null, words: Words): Promise<PageAnswer> {
    const data = await this.queries.page(viewer, id, this.ids.next());
    return page('late/lead', leadPromisesView(data, sent, words), { status: sent === null ? 200 : 422 });
  }
}

export function beside(
  error: unknown,
  places: Readonly<Record<string, string>>,
  otherwise: string,
  words: Words,
): FieldError {
  const { because, details } = refusalOfForm(error);
  return { field: places[because] ?? otherwise, message: words.t(`refusal.${because}`, details) };
}
