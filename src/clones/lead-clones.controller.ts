import { Controller, Param, Post } from '@nestjs/common';
import { Ids } from '../clock/ids';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { seeOther, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { Words } from '../words/words';
import { LeadClonesService } from './lead-clones.service';

/** A new draft out of an earlier lead. */
@Controller('leads/:id/clone')
export class LeadClonesController {
  constructor(
    private readonly ids: Ids,
    private readonly clones: LeadClonesService,
  ) {}

  @Post()
  @Policy('lead.create')
  async clone(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
  ): Promise<SeeOther> {
    const key = typedText(body, 'creationKey').slice(0, 80) || this.ids.next();
    const made = await this.clones.clone(viewer, id, key);
    // What was kept once can be kept again; only rules that became stricter since could say no.
    if (!made.saved) throw new Refused(refuse('leadNotClonable'), 409);
    return seeOther(`/leads/${made.leadId}/edit`, {
      tone: 'ok',
      text: words.t('leads.flash.cloned', { title: made.title }),
    });
  }
}
