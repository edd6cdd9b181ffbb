import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { ChainBooks } from './chain-books.service';
import { readIndustries, typedExpertise } from './expertise.form';
import { ExpertiseQueries } from './expertise.queries';
import { ExpertiseService } from './expertise.service';
import { expertiseView } from './expertise.views';
import { PeopleQueries, type PersonCard } from './people.queries';

/** What a person knows: by it a seat is proposed for the items of its field. */
@Controller('admin/people/:id/expertise')
export class ExpertiseController {
  constructor(
    private readonly service: ExpertiseService,
    private readonly queries: ExpertiseQueries,
    private readonly people: PeopleQueries,
    private readonly books: ChainBooks,
  ) {}

  @Get()
  @Policy('admin.people')
  async show(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const person = await this.personOr404(id);
    const { industries, chains } = await this.queries.of(id);
    const typed = { industries: industries.join(' '), chains };
    const book = await this.books.current();
    return page('people/expertise', expertiseView(person, typed, { errors: {}, book }, words));
  }

  @Post()
  @Policy('admin.people')
  async record(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const person = await this.personOr404(id);
    const book = await this.books.current();
    const typed = typedExpertise(body, book.choices((await this.queries.of(id)).chains));
    try {
      const industries = readIndustries(typed.industries);
      await this.service.record(actorOf(viewer), id, { industries, chains: typed.chains });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const errors = { industries: words.t(`refusal.${because}`, details) };
      return page('people/expertise', expertiseView(person, typed, { errors, book }, words), { status: 422 });
    }
    return seeOther(`/admin/people/${id}`, { tone: 'ok', text: words.t('expertise.saved') });
  }

  private async personOr404(id: string): Promise<PersonCard> {
    const person = await this.people.byId(id);
    if (!person) throw new Refused(refuse('notFound'), 404);
    return person;
  }
}
