import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { readMaterials } from '../domain/followup/materials';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, validateForm, type FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { asFieldError, MeetingForm, OpinionForm, ResultForm } from './after.form';
import { ConsultationConclusions } from './consultation-conclusions.service';
import { consultationView } from './consultation.views';
import { ConsultationsQueries } from './consultations.queries';
import { ConsultationsService } from './consultations.service';

type Body = Record<string, unknown>;

const places = {
  meetingPast: 'meetsAt',
  participantUnknown: 'participant',
  stanceUnknown: 'stance',
  conclusionUnknown: 'result',
  resubmittedTooOften: 'result',
  opinionsMissing: 'result',
  participantsTooFew: 'result',
  meetingNotCalled: 'result',
  meetingAhead: 'result',
  materialsTooMany: 'materials',
  materialTooLong: 'materials',
};

/** Consultations: the meeting, what each participant said, and what the leading group concludes. */
@Controller('consultations/:id')
export class ConsultationsController {
  constructor(
    private readonly queries: ConsultationsQueries,
    private readonly service: ConsultationsService,
    private readonly conclusions: ConsultationConclusions,
  ) {}

  @Get()
  @Policy('consultation.show')
  async show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('results/after', consultationView(await this.queries.page(viewer, id), viewer, null, words));
  }

  @Post('meeting')
  @Policy('consultation.call')
  async call(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(MeetingForm, body, words);
    if (!form.ok) return this.again(viewer, id, 'meeting', body, form.errors, words);
    const personIds = listOf(body['personIds']);
    return this.tried({ viewer, id, name: 'meeting', body, words }, 'after.meeting.done', () =>
      this.service.call(viewer, id, { ...form.value, personIds }),
    );
  }

  @Post('opinions')
  @Policy('consultation.speak')
  async speak(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(OpinionForm, body, words);
    if (!form.ok) return this.again(viewer, id, 'opinion', body, form.errors, words);
    const { participant, stance, opinion } = form.value;
    const participantId = participant === '' ? null : participant;
    return this.tried({ viewer, id, name: 'opinion', body, words }, 'after.opinion.done', () =>
      this.service.giveOpinion(viewer, id, { participantId, stance, opinion }),
    );
  }

  @Post('conclusion')
  @Policy('consultation.conclude')
  async conclude(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ResultForm, body, words);
    if (!form.ok) return this.again(viewer, id, 'conclusion', body, form.errors, words);
    const { result, reason, materials } = form.value;
    const given = { result, reason, materials: readMaterials(materials, reason) };
    return this.tried({ viewer, id, name: 'conclusion', body, words }, 'after.conclusion.done', () =>
      this.conclusions.conclude(viewer, id, given),
    );
  }

  private async tried(
    at: { viewer: Viewer; id: string; name: string; body: Body; words: Words },
    done: string,
    work: () => Promise<void>,
  ): Promise<PageAnswer | SeeOther> {
    const { viewer, id, name, body, words } = at;
    try {
      await work();
    } catch (error) {
      const otherwise = name === 'conclusion' ? 'reason' : 'opinion';
      const wrong = asFieldError(refusalOfForm(error), places, otherwise, words);
      return this.again(viewer, id, name, body, [wrong], words);
    }
    return seeOther(`/consultations/${id}`, { tone: 'ok', text: words.t(done) });
  }

  private async again(
    viewer: Viewer,
    id: string,
    form: string,
    typed: Body,
    errors: readonly FieldError[],
    words: Words,
  ): Promise<PageAnswer> {
    const data = await this.queries.page(viewer, id);
    return page('results/after', consultationView(data, viewer, { form, typed, errors }, words), {
      status: 422,
    });
  }
}

function listOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((entry): entry is string => typeof entry === 'string');
}
