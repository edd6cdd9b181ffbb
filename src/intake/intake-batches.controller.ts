import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { BATCH_ACTS, MOST_IN_BATCH, type BatchAct } from '../domain/intake/batch';
import { returnReasons } from '../domain/intake/return-reasons';
import { TRANSFER_TIERS } from '../domain/intake/transfer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm, type FieldError } from '../http/forms';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { Words } from '../words/words';
import { IntakeBatchesQueries } from './intake-batches.queries';
import { IntakeBatchesService } from './intake-batches.service';
import { batchConfirmView, batchResultView } from './intake-batches.views';
import { IntakeFactsQueries } from './intake-facts.queries';
import { IntakePages } from './intake-pages';
import { IntakeQueueQueries } from './intake-queue.queries';

type Body = Record<string, unknown>;

/** One decision for several leads: named before it is taken, and told lead by lead afterwards. */
@Controller('intake/batches')
export class IntakeBatchesController {
  constructor(
    private readonly pages: IntakePages,
    private readonly queue: IntakeQueueQueries,
    private readonly facts: IntakeFactsQueries,
    private readonly settings: CitySettingsQueries,
    private readonly batches: IntakeBatchesService,
    private readonly queries: IntakeBatchesQueries,
  ) {}

  @Get('new')
  @Policy('intake.desk')
  confirm(@Query() query: Body, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.named(query, null, words);
  }

  @Post()
  @Policy('intake.desk')
  async start(
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const act = actOf(body);
    const reasons = [body['reasons']].flat().filter((code): code is string => typeof code === 'string');
    const reason = plainText(body['reason']).trim();
    const tier = TRANSFER_TIERS.find((one) => one === body['tier']) ?? null;
    const isKnown = BATCH_ACTS.some((one) => one === body['act']);
    const errors = isKnown
      ? await this.faults({ act, reasons, reason, tier }, words)
      : [{ field: 'reason', message: words.t('leads.error.verdict') }];
    if (errors.length > 0) return this.named(body, errors, words);
    const given = body['idempotencyKey'];
    const key = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : this.pages.newKey();
    try {
      const wanted = { act, leadIds: idsOf(body), reasons, reason, tier, key };
      return seeOther(`/intake/batches/${await this.batches.start(viewer, wanted)}`);
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return this.named(body, [{ field: 'reason', message: words.t(`refusal.${because}`, details) }], words);
    }
  }

  @Get(':id')
  @Policy('intake.desk')
  async result(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const { batch, lines } = await this.queries.of(viewer, id);
    return page('intake/batch', batchResultView(batch, lines, words));
  }

  @Post(':id/continuation')
  @Policy('intake.desk')
  async carryOn(@Param('id') id: string, @CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    await this.batches.carryOn(viewer, id);
    return seeOther(`/intake/batches/${id}`);
  }

  private async named(given: Body, errors: readonly FieldError[] | null, words: Words): Promise<PageAnswer> {
    const ids = idsOf(given);
    const rows = await this.queue.some(ids);
    const time = await this.pages.time();
    const input = {
      act: actOf(given),
      rows,
      gone: ids.length - rows.length,
      facts: await this.facts.of(rows, time),
      time,
      reasons: await this.settings.value(returnReasons),
      key: this.pages.newKey(),
      sent: errors === null ? null : { typed: given, errors },
    };
    return page('intake/batch-new', batchConfirmView(input, words), { status: errors === null ? 200 : 422 });
  }

  private async faults(
    given: { act: BatchAct; reasons: readonly string[]; reason: string; tier: string | null },
    words: Words,
  ): Promise<FieldError[]> {
    const { act, reasons, reason, tier } = given;
    const { length } = [...reason];
    if (length > 500) return [{ field: 'reason', message: words.t('leads.error.reasonLong') }];
    if (act === 'return') {
      const known = new Set((await this.settings.value(returnReasons)).map(({ code }) => code));
      if (reasons.some((code) => !known.has(code)))
        return [{ field: 'reasons', message: words.t('refusal.returnReasonUnknown') }];
      if (reasons.length === 0 && length < 4)
        return [{ field: 'reason', message: words.t('intake.error.returnReason') }];
    }
    if (act !== 'tier') return [];
    return [
      ...(tier === null ? [{ field: 'tier', message: words.t('intake.error.tier') }] : []),
      ...(length < 4 ? [{ field: 'reason', message: words.t('intake.error.transferReason') }] : []),
    ];
  }
}

function actOf(given: Body): BatchAct {
  return BATCH_ACTS.find((one) => one === given['act']) ?? 'accept';
}

/** Ticked leads; what is no id is left out. */
function idsOf(given: Body): string[] {
  // An address keeps the brackets in the name, a form does not.
  const ids = [given['leadIds'], given['leadIds[]']]
    .flat()
    .filter((id): id is string => typeof id === 'string' && /^[0-9a-z]{26}$/.test(id));
  return [...new Set(ids)].slice(0, MOST_IN_BATCH);
}
