import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { ChainBooks } from '../people/chain-books.service';
import type { Words } from '../words/words';
import { readWish } from './panel-draw.form';
import { drawView } from './panel-draw.views';
import { PanelDrawsQueries, type DrawWish } from './panel-draws.queries';
import { outOfTurn } from './round-refusals';
import type { Round } from './round.entity';
import { RoundsQueries } from './rounds.queries';

type Given = Readonly<Record<string, unknown>>;

/** What was sent and cannot be kept. */
export interface SentDraw {
  readonly seated: readonly string[];
  readonly reason: string;
  readonly refusal: string;
}

/** The page of a draw: as asked for by its address, or again with what was ticked. */
@Injectable()
export class PanelDrawPages {
  constructor(
    private readonly reader: Reader,
    private readonly rounds: RoundsQueries,
    private readonly queries: PanelDrawsQueries,
    private readonly books: ChainBooks,
  ) {}

  /** @throws Refused 404 for no such round, 409 once it is not planned any more */
  async page(roundId: string, given: Given, words: Words, sent: SentDraw | null = null): Promise<PageAnswer> {
    const round = await this.planned(roundId);
    const { wish, typed, wrong } = readWish(given, await this.queries.usual(this.reader, round));
    const material = await this.queries.material(this.reader, round, wish);
    const book = await this.books.current();
    const seated = new Set(sent?.seated ?? material.draw.drawn.map(({ personId }) => personId));
    const said = { reason: sent?.reason ?? '', refusal: sent?.refusal ?? '' };
    const model = drawView({ round, material, typed, wrong, seated, book, ...said }, words);
    return page('rounds/panel-draw', model, { status: sent !== null || wrong.length > 0 ? 422 : 200 });
  }

  /** What a form asks for. @throws Refused 404 */
  async wish(roundId: string, given: Given): Promise<DrawWish> {
    return readWish(given, await this.queries.usual(this.reader, await this.planned(roundId))).wish;
  }

  private async planned(roundId: string): Promise<Round> {
    const round = await this.rounds.round(this.reader, roundId);
    if (round === null) throw new Refused(refuse('notFound'), 404);
    if (round.state !== 'planned') throw new Refused(outOfTurn('drawPanel', round.state), 409);
    return round;
  }
}
