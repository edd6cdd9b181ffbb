import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { isMoving } from '../domain/exchange/import-states';
import { readRowChoice } from '../domain/exchange/row-choice';
import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { sheetAnswer } from '../http/download';
import { HostsQueries } from '../hosts/hosts.queries';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy, TakesFiles } from '../http/decorators';
import { refusalOfForm, typedText } from '../http/forms';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import { LeadImportWorkService } from './lead-import-work.service';
import { LeadImportsQueries, ROW_VIEWS } from './lead-imports.queries';
import { LeadImportsService, type RowChoice, type SentFile } from './lead-imports.service';
import { importPage, type SentApplication } from './lead-import.views';
import { importSheet, importsPage } from './lead-imports.views';
import { templateSheets } from './template-workbook';

type Body = Record<string, unknown>;

/** Leads from a spreadsheet: the template, the files sent in, their rows, and the choice among them. */
@Controller('leads')
export class LeadImportsController {
  constructor(
    private readonly imports: LeadImportsQueries,
    private readonly service: LeadImportsService,
    private readonly work: LeadImportWorkService,
    private readonly people: PeopleQueries,
    private readonly hosts: HostsQueries,
  ) {}

  @Get('import/template.xlsx')
  @Policy('lead.import')
  async template(@CurrentWords() words: Words): Promise<FileAnswer> {
    return sheetAnswer(templateSheets(await this.hosts.all(), words), words.t('exchange.template.file'));
  }

  @Get('imports')
  @Policy('lead.import')
  list(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.listPage(viewer, '', null, words);
  }

  @Get('imports.xlsx')
  @Policy('lead.import')
  async sheet(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const facts = {
      viewer,
      imports: await this.imports.list(viewer),
      scouts: [],
      scoutId: '',
      refusal: null,
    };
    return sheetAnswer(importSheet(importsPage(facts, words), words), words.t('exchange.imports.earlier'));
  }

  /** The scout comes before the file, as the form sends it. */
  @Post('imports')
  @Policy('lead.import')
  @TakesFiles()
  async send(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    let scoutId = '';
    let sent: SentFile | null = null;
    try {
      for await (const part of uploadParts(request)) {
        if (part.kind === 'field') scoutId = part.name === 'scout' ? part.value.slice(0, 40) : scoutId;
        else if (sent === null) sent = await this.service.take(part.bytes, part.filename);
        else part.bytes.resume();
      }
      if (sent === null || sent.name === '') throw new Refused(refuse('importNoFile'), 422);
      const id = await this.service.open(viewer, scoutId, sent);
      this.work.wake();
      return seeOther(`/leads/imports/${id}`);
    } catch (error) {
      return await this.listPage(viewer, scoutId, refusalOfForm(error), words);
    } finally {
      await sent?.received.drop();
    }
  }

  /** While something moves the page looks again by itself, with script and without. */
  @Get('imports/:id')
  @Policy('lead.import')
  show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Query() query: Body,
  ): Promise<PageAnswer> {
    return this.showPage(viewer, id, query, null, words);
  }

  @Post('imports/:id/application')
  @Policy('lead.import')
  async apply(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const choice = readChoice(body);
    try {
      if ('because' in choice) throw new Refused(choice, 422);
      await this.service.apply(viewer, id, choice, typedText(body, 'as') === 'submitted');
    } catch (error) {
      const refusal = refusalOfForm(error);
      const typed = typedText(body, 'rows').slice(0, 4000);
      const which = 'which' in choice ? choice.which : 'some';
      const sent = { refusal, which, rows: typed, submits: typedText(body, 'as') === 'submitted' };
      return this.showPage(viewer, id, {}, sent, words);
    }
    this.work.wake();
    return seeOther(`/leads/imports/${id}`);
  }

  @Post('imports/:id/cancellation')
  @Policy('lead.import')
  async cancel(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<SeeOther> {
    await this.service.cancel(viewer, id);
    return seeOther(`/leads/imports/${id}`, { tone: 'ok', text: words.t('exchange.import.cancelled') });
  }

  private async listPage(
    viewer: Viewer,
    scoutId: string,
    refusal: Refusal | null,
    words: Words,
  ): Promise<PageAnswer> {
    const imports = await this.imports.list(viewer);
    const scouts = holds(viewer, 'secretariat') ? await this.people.withRole('scout') : [];
    const model = importsPage({ viewer, imports, scouts, scoutId, refusal }, words);
    return page('exchange/imports', model, { status: refusal === null ? 200 : 422 });
  }

  private async showPage(
    viewer: Viewer,
    id: string,
    query: Body,
    sent: SentApplication | null,
    words: Words,
  ): Promise<PageAnswer> {
    const view = ROW_VIEWS.find((known) => known === query['rows']) ?? 'all';
    const number = /^[1-9]\d{0,3}$/.test(typedText(query, 'page')) ? Number(query['page']) : 1;
    const data = await this.imports.page(viewer, id, view, number);
    const model = importPage({ viewer, data, view, page: number, sent }, words);
    const status = sent === null ? 200 : 422;
    return page('exchange/import', model, {
      status,
      ...(isMoving(data.found.state) ? { headers: { refresh: '2' } } : {}),
    });
  }
}

/** Ticks of the page shown and row numbers typed count together. */
function readChoice(body: Body): RowChoice | Refusal {
  const which = typedText(body, 'which');
  if (which === 'clean') return { which };
  const ranges = readRowChoice(typedText(body, 'rows'));
  if (ranges === null) return refuse('importRowNumbers');
  const ticked: readonly unknown[] = Array.isArray(body['row']) ? body['row'] : [body['row']];
  const positions = ticked.flatMap((text) =>
    typeof text === 'string' && /^[1-9]\d{0,6}$/.test(text) ? [Number(text)] : [],
  );
  return { which: 'some', ranges, positions: [...new Set(positions)].slice(0, 1000) };
}
