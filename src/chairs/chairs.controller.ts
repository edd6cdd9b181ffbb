import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { type PageAnswer, type SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm, typedText } from '../http/forms';
import type { Words } from '../words/words';
import { ChairPages } from './chair-pages';
import type { SentChairForm } from './chairs.views';
import { ChairsService } from './chairs.service';

type Form = Record<string, unknown>;

/** Who presides over the items of a round; the secretariat notes interests, and names somebody where none is left. */
@Controller('rounds/:id/chairs')
export class ChairsController {
  constructor(
    private readonly chairs: ChairsService,
    private readonly pages: ChairPages,
  ) {}

  @Get()
  @Policy('chair.show')
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.round(viewer, id, words);
  }

  @Post('recusals')
  @Policy('chair.name')
  recuse(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const sent = sentForm('recusal', body);
    return this.orAgain(viewer, id, words, sent, () =>
      this.chairs.recuse(viewer, id, sent.item, given(sent)),
    );
  }

  @Post('stand-ins')
  @Policy('chair.name')
  name(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const sent = sentForm('standIn', body);
    return this.orAgain(viewer, id, words, sent, () => this.chairs.name(viewer, id, sent.item, given(sent)));
  }

  private async orAgain(
    viewer: Viewer,
    id: string,
    words: Words,
    sent: Omit<SentChairForm, 'errors'>,
    act: () => Promise<void>,
  ): Promise<PageAnswer | SeeOther> {
    const missing = (['item', 'person'] as const).filter((field) => sent[field] === '');
    if (missing.length > 0) {
      const errors = Object.fromEntries(missing.map((field) => [field, words.t('form.required')]));
      return this.pages.round(viewer, id, words, { ...sent, errors });
    }
    try {
      await act();
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const field = /Reason/.test(because) ? 'reason' : because === 'chairCannotBeNamed' ? 'person' : 'item';
      const errors = { [field]: words.t(`refusal.${because}`, details) };
      return this.pages.round(viewer, id, words, { ...sent, errors });
    }
    return seeOther(`/rounds/${id}/chairs`, { tone: 'ok', text: words.t(`chairs.flash.${sent.form}`) });
  }
}

function sentForm(form: SentChairForm['form'], body: Form): Omit<SentChairForm, 'errors'> {
  return {
    form,
    item: typedText(body, 'item'),
    person: typedText(body, 'person'),
    reason: plainText(body['reason']),
  };
}

const given = ({ person, reason }: Pick<SentChairForm, 'person' | 'reason'>) => ({
  personId: person,
  reason,
});
