import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { readFilter } from './cage-filter';
import { cageListView } from './cage-list.views';
import { CageQueries } from './cage.queries';
import { projectView } from './project.views';

/** The cage: its list, and each project's page. */
@Controller('cage')
export class CageController {
  constructor(private readonly cage: CageQueries) {}

  @Get()
  @Policy('cage.list')
  async index(
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const filter = readFilter(query);
    return page('cage/index', cageListView(await this.cage.list(viewer, filter), filter, words));
  }

  @Get(':id')
  @Policy('cage.show')
  async show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('cage/show', projectView(await this.cage.project(viewer, id), viewer, words));
  }
}
