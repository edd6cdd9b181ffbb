import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { beijing } from '../domain/shared/instant';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy, TakesFiles } from '../http/decorators';
import { plainText, typedText, type FieldError } from '../http/forms';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import type { Words } from '../words/words';
import { readCalendar, type CalendarProblem } from './calendar-import';
import { CalendarYears } from './calendar-years.service';
import { calendarView } from './calendar.views';

type Body = Record<string, unknown>;

/** A calendar file is small; a larger one is something else. */
const mostBytes = 64 * 1024;

/** The working calendar, a year at a time. */
@Controller('admin/settings/calendar')
export class CalendarController {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly years: CalendarYears,
  ) {}

  @Get()
  @Policy('calendar.read')
  show(
    @Query() asked: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.answer(viewer, this.yearIn(asked), null, words);
  }

  @Post()
  @Policy('setting.change')
  @TakesFiles()
  async change(
    @Req() request: AppRequest,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const { body, file, tooLarge } = await read(request);
    const year = this.yearIn(body);
    const { days, problems } = readCalendar(plainText(file ?? typedText(body, 'rows')), year);
    const reason = plainText(typedText(body, 'reason')).trim();
    const errors: FieldError[] = [
      ...(tooLarge ? [{ field: 'file', message: words.t('promises.calendar.error.file') }] : []),
      ...(problems.length > 0
        ? [{ field: 'rows', message: words.t('policies.import.faulty', { n: problems.length }) }]
        : days.every(({ kind }) => kind !== 'holiday')
          ? [{ field: 'rows', message: words.t('promises.calendar.error.empty') }]
          : []),
      ...(reason.length < 2 || reason.length > 300
        ? [{ field: 'reason', message: words.t('policies.error.reason') }]
        : []),
    ];
    if (errors.length > 0) {
      const sent = { body: { ...body, rows: file ?? typedText(body, 'rows') }, errors, problems };
      return this.answer(viewer, year, sent, words);
    }
    const changed = await this.years.replace(viewer, year, days, reason);
    return seeOther(`/admin/settings/calendar?year=${year}`, {
      tone: 'ok',
      text: words.t(changed ? 'promises.calendar.saved' : 'promises.calendar.same', { year: String(year) }),
    });
  }

  private yearIn(asked: Body): number {
    const text = typedText(asked, 'year');
    return /^20\d\d$/.test(text) ? Number(text) : beijing(this.clock.now()).year;
  }

  private async answer(
    viewer: Viewer,
    year: number,
    sent: { body: Body; errors: readonly FieldError[]; problems: readonly CalendarProblem[] } | null,
    words: Words,
  ): Promise<PageAnswer> {
    const [years, missing, days] = await Promise.all([
      this.years.years(),
      this.calendars.missingYears(),
      this.years.days(year),
    ]);
    const mayChange = allows('setting.change', viewer, null, 'production');
    const model = calendarView({ year, years, missing, days, mayChange }, sent, words);
    return page('promises/calendar', model, { status: sent === null ? 200 : 422 });
  }
}

/** The fields, and the text of the file where one was chosen. */
async function read(request: AppRequest): Promise<{ body: Body; file: string | null; tooLarge: boolean }> {
  const body: Body = {};
  let file: string | null = null;
  let tooLarge = false;
  for await (const part of uploadParts(request)) {
    if (part.kind === 'field') body[part.name] = part.value;
    else {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of part.bytes as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size <= mostBytes) chunks.push(chunk);
      }
      tooLarge ||= size > mostBytes;
      if (part.filename !== '' && size > 0 && size <= mostBytes) file = textOf(Buffer.concat(chunks));
    }
  }
  return { body, file, tooLarge };
}

/** UTF-8, or GB 18030 as spreadsheets of this country write it. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
