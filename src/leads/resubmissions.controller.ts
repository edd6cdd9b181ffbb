import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { LeadAccessQueries } from './lead-access.queries';
import { answerLimit, answerPage } from './resubmission.views';
import { ResubmissionsQueries, type MaterialRequest } from './resubmissions.queries';
import { ResubmissionsService } from './resubmissions.service';

/** What a scout says to the material that was asked for. */
@Controller('leads/:id/resubmission')
export class ResubmissionsController {
  constructor(
    private readonly access: LeadAccessQueries,
    private readonly queries: ResubmissionsQueries,
    private readonly service: ResubmissionsService,
  ) {}

  @Get()
  @Policy('lead.answer')
  form(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.answer(viewer, id, null, words);
  }

  @Post()
  @Policy('lead.answer')
  async keep(
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    // What answers nothing that was asked for is no part of the form, so there is no place to say what is wrong with it.
    const asked = await this.asked(id);
    const answers = answersOf(
      body['answers'],
      (asked?.items ?? []).map((item) => item.id),
    );
    if ([...answers.values()].some((text) => [...text].length > answerLimit))
      return this.answer(viewer, id, answers, words);
    await this.service.answer(viewer, id, answers);
    return seeOther(`/leads/${id}#material`, { tone: 'ok', text: words.t('leads.material.kept') });
  }

  /** What the scout is asked for now. */
  private async asked(leadId: string): Promise<MaterialRequest | undefined> {
    return (await this.queries.ofLead(leadId)).find(({ state }) => state === 'asked');
  }

  private async answer(
    viewer: Viewer,
    id: string,
    typed: ReadonlyMap<string, string> | null,
    words: Words,
  ): Promise<PageAnswer> {
    const seen = await this.access.see(viewer, id);
    const open = await this.asked(id);
    if (open === undefined || seen.lead.scoutId !== viewer.personId)
      throw new Refused(refuse('leadNotFound'), 404);
    return page('leads/resubmission', answerPage(seen, open, typed, words), {
      status: typed === null ? 200 : 422,
    });
  }
}

function answersOf(given: unknown, ids: readonly string[]): Map<string, string> {
  if (typeof given !== 'object' || given === null) return new Map();
  const typed = given as Readonly<Record<string, unknown>>;
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const text = Object.hasOwn(typed, id) ? typed[id] : undefined;
      return typeof text === 'string' ? [[id, text]] : [];
    }),
  );
}
