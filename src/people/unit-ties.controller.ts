import { Controller, Get, Param, Post } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { PeopleQueries } from './people.queries';
import { typedTies } from './unit-ties.form';
import { UnitTiesService } from './unit-ties.service';
import { unitTiesErrors, unitTiesView } from './unit-ties.views';

/** A unit, and what could tie it to an investor. */
@Controller('admin/units/:id')
export class UnitTiesController {
  constructor(
    private readonly ties: UnitTiesService,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @Policy('admin.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const unit = await this.unitOr404(id);
    const { uscc, groupParent, industryCode, level } = unit;
    const typed = {
      uscc: uscc ?? '',
      groupParent: groupParent ?? '',
      industryCode: industryCode ?? '',
      level: level ?? '',
    };
    const mayChange = holds(viewer, 'admin', 'secretariat');
    return page('people/unit', unitTiesView({ unit, typed, errors: {}, mayChange }, words));
  }

  @Post()
  @Policy('unit.ties')
  async record(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const unit = await this.unitOr404(id);
    const typed = typedTies(body);
    try {
      await this.ties.record(actorOf(viewer), id, typed);
    } catch (error) {
      const errors = unitTiesErrors(refusalOfForm(error), words);
      return page('people/unit', unitTiesView({ unit, typed, errors, mayChange: true }, words), {
        status: 422,
      });
    }
    return seeOther('/admin/units', { tone: 'ok', text: words.t('unitTies.saved', { name: unit.name }) });
  }

  private async unitOr404(id: string) {
    const unit = await this.people.unit(id);
    if (unit === null) throw new Refused(refuse('notFound'), 404);
    return unit;
  }
}
