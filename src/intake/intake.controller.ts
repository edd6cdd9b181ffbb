import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import { seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm, validateForm, type FieldError } from '../http/forms';
import { LeadIntakeService } from '../leads/lead-intake.service';
import { QuestionsService } from '../questions/questions.service';
import type { Words } from '../words/words';
import { RejectionForm, TransferForm } from './intake-act.form';
import { IntakeFactsQueries } from './intake-facts.queries';
import { intakeHref, readIntakeFilter, readSelected } from './intake-filter';
import { IntakePages } from './intake-pages';
import type { SentPane } from './intake-pane-fields.views';
import { IntakeQueueQueries } from './intake-queue.queries';
import { intakeSheet } from './intake-sheet';
import { TransfersService } from './transfers.service';

type Body = Record<string, unknown>;
type Verdict = 'accept' | 'return' | 'reject' | 'merge';
const verdicts: readonly Verdict[] = ['accept', 'return', 'reject', 'merge'];

/** Beside which control a refusal is said. */
const places: Readonly<Record<string, string>> = {
  returnReasonUnknown: 'reasons',
  mergeTargetMissing: 'mergeInto',
  mergeTargetUnknown: 'mergeInto',
  transferHostUnknown: 'host',
  transferSameHost: 'host',
  questionMissing: 'question',
  questionLong: 'question',
};

/** The secretariat's desk: what waits for the intake check, checked beforehand, and what is done about it. */
@Controller()
export class IntakeController {
  constructor(
    private readonly pages: IntakePages,
    private readonly queue: IntakeQueueQueries,
    private readonly facts: IntakeFactsQueries,
    private readonly intake: LeadIntakeService,
    private readonly transfers: TransfersService,
    private readonly questions: QuestionsService,
  ) {}

  @Get('intake')
  @Policy('intake.desk')
  desk(@Query() query: Body, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.pages.desk(readIntakeFilter(query), readSelected(query), words);
  }

  @Get('intake.xlsx')
  @Policy('intake.desk')
  async sheet(@Query() query: Body, @CurrentWords() words: Words): Promise<FileAnswer> {
    const time = await this.pages.time();
    const rows = await this.queue.all(readIntakeFilter(query), time.overdue);
    return sheetAnswer(
      intakeSheet(rows, await this.facts.of(rows, time), time, words),
      words.t('intake.file'),
    );
  }

  /** One verdict on one lead, then on to the next. */
  @Post('intake/:id/decision')
  @Policy('intake.desk')
  decide(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const verdict = verdicts.find((one) => one === body['verdict']) ?? 'accept';
    const known = verdicts.includes(body['verdict'] as Verdict);
    const reasons = [body['reasons']].flat().filter((code): code is string => typeof code === 'string');
    const decision = {
      verdict,
      reasons: reasons.slice(0, 60),
      reason: plainText(body['reason']).trim(),
      remedy: plainText(body['remedy']).trim(),
      mergeInto: plainText(body['mergeInto']),
    };
    const errors = known
      ? faultsOf(decision, words)
      : [{ field: 'accept', message: words.t('leads.error.verdict') }];
    const act = (): Promise<void> => this.intake.decide(viewer, id, decision);
    return this.done(id, body, { form: verdict, errors, act, flash: `leads.flash.${verdict}` }, words);
  }

  @Post('intake/:id/transfer')
  @Policy('intake.desk')
  transfer(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(TransferForm, body, words);
    const kind = body['kind'] === 'host' ? 'host' : 'tier';
    const act = async (): Promise<void> => {
      if (form.ok) await this.transfers.propose(viewer, id, form.value);
    };
    // The kind has no control of its own; what is wrong with it is said beside the tier.
    const errors = form.ok
      ? []
      : form.errors.map(({ field, message }) => ({ field: field === 'kind' ? 'tier' : field, message }));
    return this.done(
      id,
      body,
      { form: kind, errors, act, flash: `intake.flash.${kind}`, stays: true },
      words,
    );
  }

  @Post('intake/:id/question')
  @Policy('intake.desk')
  ask(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const given = body['idempotencyKey'];
    const key = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : this.pages.newKey();
    const act = async (): Promise<void> => {
      await this.questions.ask(viewer, id, { text: plainText(body['question']), key });
    };
    return this.done(
      id,
      body,
      { form: 'ask', errors: [], act, flash: 'questions.flash.asked', stays: true },
      words,
    );
  }

  private async done(
    id: string,
    body: Body,
    given: {
      form: SentPane['form'];
      errors: readonly FieldError[];
      act: () => Promise<void>;
      flash: string;
      /** The lead stays in the queue and open. */
      stays?: boolean;
    },
    words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const { form, act, flash, stays = false } = given;
    const filter = readIntakeFilter(body);
    const again = (errors: readonly FieldError[]): Promise<PageAnswer> =>
      this.pages.desk(filter, readSelected({ selected: id }), words, { form, typed: body, errors });
    if (given.errors.length > 0) return again(given.errors);
    const next = stays ? id : await this.pages.next(filter, id);
    try {
      await act();
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return again([{ field: places[because] ?? 'reason', message: words.t(`refusal.${because}`, details) }]);
    }
    return seeOther(intakeHref(filter, {}, next), { tone: 'ok', text: words.t(flash) });
  }
}

/** What is missing of a verdict before it is tried. */
function faultsOf(
  decision: {
    verdict: Verdict;
    reasons: readonly string[];
    reason: string;
    remedy: string;
    mergeInto: string;
  },
  words: Words,
): FieldError[] {
  const { verdict, reasons, reason, mergeInto } = decision;
  if (verdict === 'reject') {
    const form = validateForm(RejectionForm, { ...decision }, words);
    return form.ok ? [] : form.errors;
  }
  const long =
    [...reason].length > 1000 ? [{ field: 'reason', message: words.t('leads.error.reasonLong') }] : [];
  if (verdict === 'return' && reasons.length === 0 && [...reason].length < 4)
    return [{ field: 'reason', message: words.t('intake.error.returnReason') }];
  if (verdict === 'merge' && mergeInto.trim().length < 4)
    return [{ field: 'mergeInto', message: words.t('leads.error.mergeInto') }];
  return long;
}
