import { DEEPEST, leadListHref, readLeadFilter } from '../../../src/leads/lead-filter';
import { gramsOfLead, gramsOfTerms, termsOfQuery } from '../../../src/leads/lead-grams';

describe('the address of the list', () => {
  it('counts what it does not know as not given', () => {
    expect(
      readLeadFilter({ state: 'x', track: ['tech'], size: '7', page: '-1', sort: 'drop', q: { a: 1 } }),
    ).toEqual({
      q: '',
      tab: null,
      state: null,
      track: null,
      tier: null,
      target: false,
      host: '',
      sort: '-submitted',
      size: 20,
      page: 1,
    });
  });

  it('takes a tab, or a single state of a tab that has several', () => {
    expect(readLeadFilter({ state: 'discussing' })).toMatchObject({ tab: 'discussing', state: null });
    expect(readLeadFilter({ state: 'consulting' })).toMatchObject({ tab: 'discussing', state: 'consulting' });
    expect(readLeadFilter({ state: 'queued' })).toMatchObject({ tab: 'queued', state: null });
  });

  it('goes no deeper than people page', () => {
    expect(readLeadFilter({ page: '9999', size: '50' }).page).toBe(DEEPEST / 50);
  });

  it('keeps what is asked for, and begins anew when it changes', () => {
    const filter = readLeadFilter({ q: '热泵 & 冷链', state: 'queued', page: '3', size: '50' });
    expect(leadListHref(filter, { page: 4 })).toBe(
      '/leads?q=%E7%83%AD%E6%B3%B5+%26+%E5%86%B7%E9%93%BE&state=queued&size=50&page=4',
    );
    expect(leadListHref(filter, { tab: null })).not.toContain('page=');
    expect(leadListHref(readLeadFilter({}))).toBe('/leads');
  });
});

describe('what a lead is found by', () => {
  it('pairs of its title, its investor and the core of the name, company forms left out', () => {
    const grams = gramsOfLead({
      title: 'MEMS封装线',
      investorName: '砺辰伺服(深圳)有限公司',
      investorKey: '砺辰伺服',
    });
    expect(grams).toEqual(
      expect.arrayContaining(['me', 'ms', 's封', '封装', '装线', '砺辰', '伺服', '深圳']),
    );
    expect(grams).not.toContain('公司');
  });

  it('asks for the same, whatever is typed around it', () => {
    expect(gramsOfTerms(termsOfQuery('  ＭＥＭＳ，“封装” '))).toEqual(['me', 'em', 'ms', '封装']);
    expect(termsOfQuery('有限公司')).toEqual(['有限公司']);
    expect(termsOfQuery('%_(）')).toEqual([]);
  });
});
