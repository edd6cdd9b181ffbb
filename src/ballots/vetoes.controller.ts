import { Controller, Get, Param, Post } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import { isOffSystem } from '../domain/ballot/veto-rules';
import { type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import { CurrentBallot, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { pageKey } from './ballot.form';
import { BallotPages } from './ballot-pages';
import { VetoPages } from './veto-pages';
import { typedVeto } from './veto.form';
import { VetoesService } from './vetoes.service';

/** A seat raises a veto on an item: a page that says what that means, and the act. */
@Controller('ballot/items/:id/vetoes')
export class VetoesController {
  constructor(
    private readonly vetoes: VetoesService,
    private readonly pages: VetoPages,
    private readonly ballots: BallotPages,
  ) {}

  @Get()
  @Policy('ballot.vote')
  ask(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.ballots.orTooLate(seat, words, () => this.pages.raise(seat, id, words));
  }

  @Post()
  @Policy('ballot.vote')
  raise(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const typed = typedVeto(body);
    const act = async (): Promise<PageAnswer | SeeOther> => {
      const result = await this.vetoes.raise(seat, { ...typed, itemId: id, key: pageKey(body) });
      if (result.problems) return this.pages.raise(seat, id, words, { typed, problems: result.problems });
      const key = isOffSystem(result.ground) ? 'vetoes.flash.offSystem' : 'vetoes.flash.raised';
      return seeOther(`/ballot/items/${id}`, { tone: 'ok', text: words.t(key) });
    };
    return this.ballots.orTooLate(seat, words, act, {
      typed: null,
      back: `/ballot/items/${encodeURIComponent(id)}`,
      lines: [
        { label: words.t('vetoes.raise.ground'), text: typed.ground },
        { label: words.t('vetoes.raise.basis'), text: typed.basis },
        { label: words.t('vetoes.raise.text'), text: typed.text },
      ],
    });
  }
}
