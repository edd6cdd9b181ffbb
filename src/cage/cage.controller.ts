import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import { page, type FileAnswer, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { readFilter } from './cage-filter';
import { cageSheet } from './cage-sheet';
import { cageListView } from './cage-list.views';
import { CageQueries } from './cage.queries';
import { projectView } from './project.views';

/** More than a city admits in twenty years. */
const mostProjects = 20_000;

/** The cage: its list, and each project's page. */
@Controller()
export class CageController {
  constructor(private readonly cage: CageQueries) {}

  @Get('cage')
  @Policy('cage.list')
  async index(
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const filter = readFilter(query);
    return page('cage/index', cageListView(await this.cage.list(viewer, filter), filter, words));
  }

  /** The list of this address without its pages. */
  @Get('cage.xlsx')
  @Policy('cage.list')
  async sheet(
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<FileAnswer> {
    const filter = { ...readFilter(query), page: 1, size: mostProjects };
    return sheetAnswer(cageSheet(await this.cage.list(viewer, filter), words), words.t('cage.list.title'));
  }

  @Get('cage/:id')
  @Policy('cage.show')
  async show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('cage/show', projectView(await this.cage.project(viewer, id), viewer, words));
  }
}
