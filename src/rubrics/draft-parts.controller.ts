import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { DraftList } from '../domain/rubric/draft-moves';
import { PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { DraftPages } from './draft-pages';
import { partHref } from './draft-rows.views';
import { tooLong, typedCriterion, typedGround } from './rubric-draft.form';
import { RubricDraftsQueries } from './rubric-drafts.queries';
import { RubricDraftsService, type DraftAt } from './rubric-drafts.service';

type Body = Record<string, unknown>;
type Errors = Readonly<Record<string, string>>;

/** One criterion or one veto ground of a draft. Whatever is typed is kept; what is wrong with it is said beside it. */
@Controller('rubrics/:id/versions/:v')
export class DraftPartsController {
  constructor(
    private readonly drafts: RubricDraftsService,
    private readonly queries: RubricDraftsQueries,
    private readonly pages: DraftPages,
  ) {}

  @Get('criteria/:key')
  @Policy('rubric.edit')
  criterion(
    @Param('id') rubricId: string,
    @Param('v') v: string,
    @Param('key') key: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.criterion({ rubricId, v }, key, null, words);
  }

  @Post('criteria/:key')
  @Policy('rubric.edit')
  async writeCriterion(
    @CurrentViewer() viewer: Viewer,
    @Param('id') rubricId: string,
    @Param('v') v: string,
    @Param('key') key: string,
    @FormBody() body: Body,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const at = { rubricId, v };
    const typed = typedCriterion(key, body);
    const errors = await this.attempt(tooLong(typed), 'nameZh', words, () =>
      this.drafts.writeCriterion(actorOf(viewer), at, typed, seenIn(body)),
    );
    return errors
      ? this.pages.criterion(at, key, { typed, errors }, words)
      : this.onwards(at, 'criteria', key, body, words);
  }

  @Get('grounds/:key')
  @Policy('rubric.edit')
  ground(
    @Param('id') rubricId: string,
    @Param('v') v: string,
    @Param('key') key: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.ground({ rubricId, v }, key, null, words);
  }

  @Post('grounds/:key')
  @Policy('rubric.edit')
  async writeGround(
    @CurrentViewer() viewer: Viewer,
    @Param('id') rubricId: string,
    @Param('v') v: string,
    @Param('key') key: string,
    @FormBody() body: Body,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const at = { rubricId, v };
    const typed = typedGround(key, body);
    const errors = await this.attempt(tooLong(typed), 'nameZh', words, () =>
      this.drafts.writeGround(actorOf(viewer), at, typed, seenIn(body)),
    );
    return errors
      ? this.pages.ground(at, key, { typed, errors }, words)
      : this.onwards(at, 'grounds', key, body, words);
  }

  @Post('criteria/:key/removal')
  @Policy('rubric.edit')
  removeCriterion(
    @CurrentViewer() viewer: Viewer,
    @Param('id') rubricId: string,
    @Param('v') v: string,
    @Param('key') key: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    return this.remove(viewer, { rubricId, v }, 'criteria', key, words);
  }

  @Post('grounds/:key/removal')
  @Policy('rubric.edit')
  removeGround(
    @CurrentViewer() viewer: Viewer,
    @Param('id') rubricId: string,
    @Param('v') v: string,
    @Param('key') key: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    return this.remove(viewer, { rubricId, v }, 'grounds', key, words);
  }

  private async remove(
    viewer: Viewer,
    at: DraftAt,
    list: DraftList,
    key: string,
    words: Words,
  ): Promise<SeeOther> {
    await this.drafts.remove(actorOf(viewer), at, list, key);
    const text = words.t('rubrics.flash.removed');
    return seeOther(`/rubrics/${at.rubricId}/versions/${at.v}/edit`, { tone: 'ok', text });
  }

  /** Saves; @returns what was refused, by control, or null when it was kept */
  private async attempt(
    long: readonly string[],
    control: string,
    words: Words,
    save: () => Promise<void>,
  ): Promise<Errors | null> {
    if (long.length > 0)
      return Object.fromEntries(long.map((name) => [name, words.t('rubrics.error.tooLong')]));
    try {
      await save();
      return null;
    } catch (error) {
      const refusal = refusalOfForm(error);
      return { [control]: words.t(`refusal.${refusal.because}`, refusal.details) };
    }
  }

  /** After saving: the part again with what is still wrong with it, or the next one. */
  private async onwards(
    { rubricId, v }: DraftAt,
    list: DraftList,
    key: string,
    body: Body,
    words: Words,
  ): Promise<SeeOther> {
    const base = `/rubrics/${rubricId}/versions/${v}`;
    const { draft } = await this.queries.draft(rubricId, v);
    const parts = draft[list];
    const next = parts[parts.findIndex((part) => part.key === key) + 1];
    const to = typedText(body, 'intent') === 'next' && next ? next.key : key;
    return seeOther(partHref(base, to), { tone: 'ok', text: words.t('rubrics.flash.saved') });
  }
}

const seenIn = (body: Body): string => typedText(body, 'seen').slice(0, 16);
