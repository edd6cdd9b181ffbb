import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm, typedText } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { publicationView, retirementView } from './publication.views';
import { comparisonView } from './rubric-comparison.views';
import { RubricDraftsQueries } from './rubric-drafts.queries';
import { RubricPublicationsService } from './rubric-publications.service';
import { RubricsQueries } from './rubrics.queries';

type Body = Record<string, unknown>;
const LONGEST_REASON = 500;

/** What makes a version binding, what takes it out of use, and two versions side by side. */
@Controller('rubrics/:id')
export class RubricPublicationsController {
  constructor(
    private readonly publications: RubricPublicationsService,
    private readonly drafts: RubricDraftsQueries,
    private readonly rubrics: RubricsQueries,
  ) {}

  @Get('versions/:v/publication')
  @Policy('rubric.publish')
  askPublication(
    @Param('id') id: string,
    @Param('v') v: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.publication(id, v, 200, words);
  }

  @Post('versions/:v/publication')
  @Policy('rubric.publish')
  async publish(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('v') v: string,
    @FormBody() body: Body,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const digest = typedText(body, 'digest').slice(0, 64);
    try {
      await this.publications.publish(actorOf(viewer), { rubricId: id, v }, digest);
    } catch (error) {
      refusalOfForm(error);
      return this.publication(id, v, 422, words);
    }
    const text = words.t('rubrics.flash.published', { n: v });
    return seeOther(`/rubrics/${id}/versions/${v}`, { tone: 'ok', text });
  }

  @Get('versions/:v/retirement')
  @Policy('rubric.publish')
  async askRetirement(
    @Param('id') id: string,
    @Param('v') v: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.retirement(id, v, null, words);
  }

  @Post('versions/:v/retirement')
  @Policy('rubric.publish')
  async retire(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('v') v: string,
    @FormBody() body: Body,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const reason = plainText(body['reason']).trim();
    if (reason === '' || reason.length > LONGEST_REASON) return this.retirement(id, v, reason, words);
    await this.publications.retire(actorOf(viewer), { rubricId: id, v }, reason);
    const text = words.t('rubrics.flash.retired', { n: v });
    return seeOther(`/rubrics/${id}/versions/${v}`, { tone: 'ok', text });
  }

  @Get('comparison')
  @Policy('rubric.read')
  async compare(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const cards = (await this.rubrics.versions()).filter((card) => card.rubricId === id);
    const [newest] = cards;
    if (newest === undefined) throw new Refused(refuse('notFound'), 404);
    const asked = (name: string, otherwise: number): string =>
      typedText(query, name) === '' ? String(otherwise) : typedText(query, name);
    const [left, right] = await Promise.all([
      this.drafts.versionAt(id, asked('left', cards[1]?.version ?? newest.version)),
      this.drafts.versionAt(id, asked('right', newest.version)),
    ]);
    const isAll = typedText(query, 'show') === 'all';
    return page('rubrics/comparison', comparisonView({ left, right, cards, isAll }, words));
  }

  /** What publishing does and changes; 422 where something is still wrong with the draft. */
  private async publication(id: string, v: string, status: number, words: Words): Promise<PageAnswer> {
    const read = await this.drafts.draft(id, v);
    const cards = (await this.rubrics.versions()).filter((card) => card.rubricId === id);
    const last = cards.find(({ state }) => state === 'published') ?? null;
    const before = last && (await this.rubrics.version(last.id));
    return page('rubrics/confirm', publicationView(read, before, words), { status });
  }

  private async retirement(id: string, v: string, reason: string | null, words: Words): Promise<PageAnswer> {
    const read = await this.drafts.versionAt(id, v);
    const others = (await this.rubrics.versions()).filter(
      (card) => card.rubricId === id && card.state === 'published' && card.version !== read.version,
    );
    const model = retirementView(read, others[0] ?? null, reason, words);
    return page('rubrics/confirm', model, { status: reason === null ? 200 : 422 });
  }
}
