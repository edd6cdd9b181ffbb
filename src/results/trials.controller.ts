import { Controller, Get, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { TrialPages } from './trial-pages';

type Asked = Record<string, unknown>;

/** Decision rules tried out on ballots typed in, or on an item whose voting is over. Nothing is written anywhere. */
@Controller('rules/simulator')
export class TrialsController {
  constructor(private readonly pages: TrialPages) {}

  /** An empty grid, or with `item` the ballots of a closed item, reckoned but not shown one by one. */
  @Get()
  @Policy('rules.simulate')
  show(
    @Query() asked: Asked,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.asked(viewer, asked, words);
  }

  /** `intent`: `run` reckons, `fill` fills empty boxes first, `setup` only draws the grid anew. */
  @Post()
  @Policy('rules.simulate')
  run(@FormBody() body: Asked, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.pages.typed(body, words);
  }
}
