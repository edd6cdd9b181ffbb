import { Controller, Get, Post } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import { holds, type Viewer } from '../domain/access/viewer';
import { REASON_FIELDS, returnReasons, type ReturnReason } from '../domain/intake/return-reasons';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, type FieldError } from '../http/forms';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import type { Words } from '../words/words';
import { returnReasonsView, type ReasonRow } from './return-reasons.views';

const MOST_ROWS = 40;

/** The reasons a lead is returned for, in the city's own words. */
@Controller('admin/settings/return-reasons')
export class ReturnReasonsController {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly changes: CitySettingsService,
    private readonly randomness: Randomness,
  ) {}

  @Get()
  @Policy('admin.read')
  async show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page(
      'intake/return-reasons',
      returnReasonsView(await this.settings.current(returnReasons), null, mayChange(viewer), words),
    );
  }

  @Post()
  @Policy('setting.change')
  async change(
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const rows = rowsOf(body['rows']);
    const reason = plainText(body['reason']).trim();
    const errors = faultsOf(rows, reason, words);
    if (errors.length > 0) {
      const current = await this.settings.current(returnReasons);
      const model = returnReasonsView(current, { rows, reason, errors }, mayChange(viewer), words);
      return page('intake/return-reasons', model, { status: 422 });
    }
    const value = rows.map((row): ReturnReason => ({
      ...row,
      code: row.code === '' ? this.newCode() : row.code,
    }));
    const basedOn = /^\d{1,6}$/.test(plainText(body['basedOn'])) ? Number(plainText(body['basedOn'])) : -1;
    await this.changes.change(viewer, returnReasons, { value, basedOn, reason });
    return seeOther('/admin/settings/return-reasons', {
      tone: 'ok',
      text: words.t('intake.reasons.changed'),
    });
  }

  private newCode(): string {
    return `own${this.randomness.bytes(4).toString('hex')}`;
  }
}

const mayChange = (viewer: Viewer): boolean => holds(viewer, 'admin', 'secretariat');

/** Rows with a text; an emptied one is taken off the list. */
function rowsOf(given: unknown): ReasonRow[] {
  const rows: unknown[] = typeof given === 'object' && given !== null ? Object.values(given) : [];
  return rows.slice(0, MOST_ROWS).flatMap((row) => {
    if (typeof row !== 'object' || row === null) return [];
    const { code, text, field } = row as Record<string, unknown>;
    const said = plainText(text).trim();
    const known = typeof code === 'string' && /^[a-z][A-Za-z0-9]{1,39}$/.test(code) ? code : '';
    return said === '' ? [] : [{ code: known, text: said, field: plainText(field) }];
  });
}

function faultsOf(rows: readonly ReasonRow[], reason: string, words: Words): FieldError[] {
  const codes = rows.map(({ code }) => code).filter((code) => code !== '');
  if (rows.length === 0) return [{ field: 'reason', message: words.t('intake.error.noReasons') }];
  return [
    ...rows.flatMap(({ text, field }, at) => {
      const { length } = [...text];
      const fault =
        length < 4 || length > 200
          ? [{ field: `rows[${at}][text]`, message: words.t('intake.error.reasonText') }]
          : [];
      const stray = REASON_FIELDS.includes(field)
        ? []
        : [{ field: `rows[${at}][field]`, message: words.t('intake.error.reasonField') }];
      return [...fault, ...stray];
    }),
    ...(new Set(codes).size === codes.length
      ? []
      : [{ field: 'reason', message: words.t('intake.error.reasonTwice') }]),
    ...([...reason].length < 4 ? [{ field: 'reason', message: words.t('intake.error.changeReason') }] : []),
  ];
}
