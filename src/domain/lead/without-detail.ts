import type { LeadContent } from './lead-content';

/**
 * A lead as a possible rival of its investor may read it: without what would tell how the plant works and whom to
 * call. Amounts, place, jobs and what is asked for stay: nobody could judge without them (compliance: competitor
 * experts).
 */
export function withoutDetail(content: LeadContent): LeadContent {
  return {
    ...content,
    contact: { name: null, title: null, mobile: null, email: null, noticeGiven: content.contact.noticeGiven },
    equipmentWan: null,
    energyTce: null,
    electricityWanKwh: null,
    gasWanM3: null,
    steamTph: null,
    waterTpd: null,
    pollutants: null,
    pue: null,
    rdStaff: null,
  };
}
