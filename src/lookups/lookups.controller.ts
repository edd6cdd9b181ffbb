import { Controller, Get, Headers, Query } from '@nestjs/common';
import { DataAnswer, page, type PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import { INDUSTRY_EDITION, searchIndustryClasses } from '../reference/industries';
import { REGION_EDITION, searchRegions } from '../reference/regions';
import type { Words } from '../words/words';
import { lookupView, type LookupEntry, type LookupKind } from './lookups.views';

/** A picker shows what fits without scrolling far; the page has room. */
const most = { picker: 12, page: 100 };

/** Looking industries and regions up: as a page, and for the pickers of forms as JSON by the same address. */
@Controller('leads')
export class LookupsController {
  @Get('industries')
  @Policy('lead.create')
  industries(
    @CurrentWords() words: Words,
    @Headers('accept') accept: unknown,
    @Query('q') q: unknown,
  ): PageAnswer | DataAnswer {
    const search = (text: string, limit: number): LookupEntry[] =>
      searchIndustryClasses(text, limit).map(({ code, name, within }) => {
        return { code, name, within: within.join(' › ') };
      });
    return answer('industries', INDUSTRY_EDITION, search, { accept, q }, words);
  }

  @Get('regions')
  @Policy('lead.create')
  regions(
    @CurrentWords() words: Words,
    @Headers('accept') accept: unknown,
    @Query('q') q: unknown,
  ): PageAnswer | DataAnswer {
    const search = (text: string, limit: number): LookupEntry[] =>
      searchRegions(text, limit).map(({ code, name, fullName }) => ({ code, name, within: fullName }));
    return answer('regions', REGION_EDITION, search, { accept, q }, words);
  }
}

function answer(
  kind: LookupKind,
  edition: string,
  search: (text: string, limit: number) => LookupEntry[],
  asked: { readonly accept: unknown; readonly q: unknown },
  words: Words,
): PageAnswer | DataAnswer {
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 60) : '';
  const headers = { vary: 'accept', 'cache-control': 'private, max-age=600' };
  if (asked.accept === 'application/json') return new DataAnswer(search(q, most.picker), headers);
  const model = lookupView({ kind, edition, q, found: search(q, most.page) }, words);
  return page('lookups/index', model, { headers: { vary: 'accept' } });
}
