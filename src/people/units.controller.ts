import { Controller, Get, Post } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { actorOf } from '../ledger/actor';
import { refusalErrors } from './person.views';
import { DirectoryQueries } from './directory.queries';
import { PeopleService } from './people.service';
import { UnitForm } from './units.form';
import { unitsView } from './units.views';

/** The units that people belong to. */
@Controller('admin/units')
export class UnitsController {
  constructor(
    private readonly service: PeopleService,
    private readonly directory: DirectoryQueries,
  ) {}

  @Get()
  @Policy('admin.read')
  async index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    const units = await this.directory.units();
    return page(
      'people/units',
      unitsView({ units, mayChange: holds(viewer, 'admin'), typed: {}, errors: {} }, words),
    );
  }

  @Post()
  @Policy('admin.people')
  async add(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(UnitForm, body, words);
    if (!form.ok) return this.again(body, byField(form.errors), words);
    try {
      const { code, name, kind, level } = form.value;
      const unit = { code, name, kind, ...(level === '' ? {} : { level }) };
      await this.service.addUnit(actorOf(viewer), unit);
      return seeOther('/admin/units', { tone: 'ok', text: words.t('admin.units.added', { name }) });
    } catch (error) {
      return this.again(body, refusalErrors(refusalOfForm(error), words), words);
    }
  }

  private async again(
    typed: Record<string, unknown>,
    errors: Record<string, string>,
    words: Words,
  ): Promise<PageAnswer> {
    const units = await this.directory.units();
    return page('people/units', unitsView({ units, mayChange: true, typed, errors }, words), { status: 422 });
  }
}
