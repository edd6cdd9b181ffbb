import { actorOf } from '../ledger/actor';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { NewPersonForm, PersonForm } from './admin.form';
import { PAGE_SIZES, peopleView } from './admin.views';
import { directoryFilter, DirectoryQueries } from './directory.queries';
import { ChainBooks } from './chain-books.service';
import { ExpertiseQueries } from './expertise.queries';
import { PeopleQueries, PersonCard } from './people.queries';
import { PeopleService } from './people.service';
import { personView, refusalErrors } from './person.views';

type Form = Record<string, unknown>;

/** The register of people: administrators change it, the secretariat looks people up in it. */
@Controller('admin/people')
export class AdminController {
  constructor(
    private readonly service: PeopleService,
    private readonly people: PeopleQueries,
    private readonly directory: DirectoryQueries,
    private readonly expertise: ExpertiseQueries,
    private readonly books: ChainBooks,
  ) {}

  @Get()
  @Policy('admin.read')
  async index(
    @CurrentViewer() viewer: Viewer,
    @Query() query: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const filter = directoryFilter(query, PAGE_SIZES);
    const [found, units] = await Promise.all([this.directory.page(filter), this.people.units()]);
    return page('people/index', peopleView(found, filter, units, mayChange(viewer), words));
  }

  @Get('new')
  @Policy('admin.people')
  async ask(@CurrentWords() words: Words): Promise<PageAnswer> {
    return this.form(null, {}, {}, words);
  }

  @Post()
  @Policy('admin.people')
  @AsksProof()
  async add(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(NewPersonForm, body, words);
    if (!form.ok) return this.form(null, body, byField(form.errors), words);
    const errors = await this.attempt(form.value, words, async () => {
      await this.service.addPerson(actorOf(viewer), form.value);
    });
    if (errors) return this.form(null, body, errors, words);
    return seeOther('/admin/people', {
      tone: 'ok',
      text: words.t('admin.people.added', { name: form.value.name }),
    });
  }

  @Get(':id')
  @Policy('admin.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const person = await this.personOr404(id);
    return page(
      'people/form',
      personView(
        {
          person,
          typed: null,
          errors: {},
          units: await this.people.units(),
          mayChange: mayChange(viewer),
          isSelf: viewer.personId === id,
          expertise: await this.expertise.of(id),
          book: await this.books.current(),
        },
        words,
      ),
    );
  }

  @Post(':id')
  @Policy('admin.people')
  @AsksProof()
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const person = await this.personOr404(id);
    const form = validateForm(PersonForm, body, words);
    if (!form.ok) return this.form(person, body, byField(form.errors), words);
    const errors = await this.attempt(form.value, words, () =>
      this.service.changePerson(actorOf(viewer), id, form.value),
    );
    if (errors) return this.form(person, body, errors, words);
    return seeOther(`/admin/people/${id}`, { tone: 'ok', text: words.t('admin.person.changed') });
  }

  @Post(':id/disabling')
  @Policy('admin.people')
  async disable(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.service.setDisabled(actorOf(viewer), id, true);
    return seeOther(`/admin/people/${id}`, { tone: 'ok', text: words.t('admin.person.disabled') });
  }

  @Post(':id/enabling')
  @Policy('admin.people')
  async enable(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.service.setDisabled(actorOf(viewer), id, false);
    return seeOther(`/admin/people/${id}`, { tone: 'ok', text: words.t('admin.person.enabled') });
  }

  /** The form with what was typed and what is wrong with it; 422 when something is. */
  private async form(
    person: PersonCard | null,
    typed: Form,
    errors: Record<string, string>,
    words: Words,
  ): Promise<PageAnswer> {
    const units = await this.people.units();
    const expertise = await this.expertise.of(person?.id ?? '');
    const book = await this.books.current();
    const facts = { person, typed, errors, units, mayChange: true, isSelf: false, expertise, book };
    const model = personView(facts, words);
    return page('people/form', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }

  /** @returns the errors beside fields when a rule said no to what was typed, null when it went well */
  private async attempt(
    form: PersonForm,
    words: Words,
    work: () => Promise<void>,
  ): Promise<Record<string, string> | null> {
    const units = await this.people.units();
    if (!units.some(({ id }) => id === form.unitId)) return { unitId: words.t('admin.error.unit') };
    try {
      await work();
      return null;
    } catch (error) {
      return refusalErrors(refusalOfForm(error), words);
    }
  }

  private async personOr404(id: string): Promise<PersonCard> {
    const person = await this.people.byId(id);
    if (!person) throw new Refused(refuse('notFound'), 404);
    return person;
  }
}

function mayChange(viewer: Viewer): boolean {
  return holds(viewer, 'admin');
}
