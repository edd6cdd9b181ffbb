import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { FiveOnesService } from './five-ones.service';
import { SlotFormQueries } from './slot-form.queries';
import { slotFormView } from './slot-form.views';
import { faultOf, readSlot } from './slot.form';
import { slotOfPath, type FillableSlot } from './slot-content';

/** The forms of the five ones: leader, team, plan, follow-through. */
@Controller('cage/:id/five-ones/:slot')
export class FiveOnesController {
  constructor(
    private readonly fiveOnes: FiveOnesService,
    private readonly forms: SlotFormQueries,
  ) {}

  @Get()
  @Policy('cage.fill')
  async form(
    @Param('id') id: string,
    @Param('slot') path: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('cage/slot', slotFormView(await this.forms.form(viewer, id, slotAt(path)), words));
  }

  @Post()
  @Policy('cage.fill')
  async fill(
    @Param('id') id: string,
    @Param('slot') path: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const slot = slotAt(path);
    const { given, change, faults } = readSlot(slot, body);
    const refused =
      faults.length > 0 ? faults : await this.tried(() => this.fiveOnes.fill(viewer, id, given, change));
    if (refused.length === 0) return seeOther(`/cage/${id}`, { tone: 'ok', text: words.t('cage.form.done') });
    const form = await this.forms.form(viewer, id, slot);
    return page('cage/slot', slotFormView({ ...form, typed: body, faults: refused }, words), { status: 422 });
  }

  /** What the person can correct in the form comes back as faults; anything else is a page of its own. */
  private async tried(work: () => Promise<void>): Promise<ReturnType<typeof faultOf>[]> {
    try {
      await work();
      return [];
    } catch (error) {
      if (error instanceof Refused && error.status === 422) return [faultOf(error.refusal)];
      throw error;
    }
  }
}

function slotAt(path: string): FillableSlot {
  const slot = slotOfPath(path);
  if (slot === null) throw new Refused(refuse('noSuchProject'), 404);
  return slot;
}
