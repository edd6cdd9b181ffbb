import { DisputesService } from '../../../src/claims/disputes.service';
import { BackersQueries } from '../../../src/claims/backers.queries';
import { sql } from '../../../src/database/sql';
import { demoCreditCode } from '../../../src/demo/lead-book';
import { LeadSubmissionsService } from '../../../src/leads/lead-submissions.service';
import { PostingsService } from '../../../src/postings/postings.service';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const reason = '投资方书面说明已核对。';
let codes = 0;

/** The forms about first reports, disputes, likely duplicates and the people behind a lead. */
export function claimForms(hostile: HostileCity): HostileForm[] {
  const { city, things } = hostile;
  const { acts, app } = city;
  const disputes = app.get(DisputesService);

  /** A lead of scout-02 that was turned away. */
  const blocked = async (): Promise<string> => {
    const uscc = demoCreditCode('320507', (codes += 1));
    const body = { ...hostile.entry().body, uscc, registeredRegion: '320507' };
    await acts.report({ scout: 'scout-01', body });
    const own = { ...hostile.entry('scout-02').body, uscc, registeredRegion: '320507' };
    const id = await acts.draft({ scout: 'scout-02', body: own });
    await app.get(LeadSubmissionsService).submit(await acts.viewer('scout-02'), id);
    return id;
  };
  const statement = { statement: '我方更早与投资方洽谈，有会谈纪要。', kind: 'datedTalk' as const };
  const filed = async (): Promise<string> => {
    const [viewer, leadId] = [await acts.viewer('scout-02'), await blocked()];
    const paper = await disputes.receive(
      viewer,
      { leadId },
      Buffer.from('%PDF-1.7\n%%EOF') as never,
      '纪要.pdf',
    );
    return disputes.file(viewer, leadId, { ...statement, papers: [paper] });
  };
  const answered = async (): Promise<string> => {
    const id = await filed();
    await disputes.answer(await acts.viewer('scout-01'), id, { ...statement, papers: [] });
    return id;
  };
  const decision = {
    outcome: 'holder',
    weight: 'earlierReport',
    holderShare: '',
    challengerShare: '',
    reason,
  };
  const proposed = async (): Promise<string> => {
    const id = await answered();
    const given = { ...decision, outcome: 'holder', weight: 'earlierReport' } as const;
    await disputes.propose(await acts.viewer('secretary-01'), id, given);
    return id;
  };
  /** Two leads that look alike and wait for a ruling. */
  const alike = async (): Promise<string> => {
    const first = hostile.entry();
    const second = hostile.entry('scout-02');
    const name = `相似第${(codes += 1)}号精工有限公司`;
    const one = await acts.report({ ...first, body: { ...first.body, investorName: name } });
    const other = await acts.report({ ...second, body: { ...second.body, investorName: name } });
    return `/leads/${other}/matches/${one}/ruling`;
  };
  const coScouted = async (): Promise<string> => {
    const entry = hostile.entry();
    const coScouts = [{ account: 'scout-02', share: '20' }];
    const id = await acts.report({ ...entry, body: { ...entry.body, coScouts } });
    return `/leads/${id}/co-scout`;
  };
  const outpost = async (): Promise<string> => {
    const [team] = await app.get(BackersQueries).outposts();
    return `/outposts/${team?.unitId ?? ''}/region`;
  };
  /** Somebody of a team who reports leads, and a posting of theirs in a month of its own. */
  const posted = async (): Promise<{ unitId: string; personId: string }> => {
    const row = await app.reader.one<{ unitId: string; personId: string }>(
      sql`select unit.id as "unitId", person.id as "personId" from unit join person on person.unit_id = unit.id
          where unit.kind = 'outpost' and ',' || person.roles || ',' like '%,scout,%' order by person.account limit 1`,
    );
    if (!row) throw new Error('no team has a scout');
    return row;
  };
  const postings = async (): Promise<string> => `/outposts/${(await posted()).unitId}/postings`;
  const posting = async (): Promise<string> => {
    const { unitId, personId } = await posted();
    const known = await app.reader.one<{ id: string }>(sql`select id from posting order by id limit 1`);
    const term = { fromDay: '2020-01-01', untilDay: '2020-01-31' };
    const id =
      known?.id ??
      (await app
        .get(PostingsService)
        .post(await acts.viewer('secretary-01'), unitId, { personId, ...term, reason: '派驻文件' }));
    return `/outposts/${unitId}/postings/${id}/end`;
  };
  return [
    {
      url: '/outposts/:id/postings',
      who: 'secretary-01',
      path: postings,
      fields: { personId: things.person, fromDay: '2026-01-01', untilDay: '2026-12-31', reason: '派驻文件' },
    },
    {
      url: '/outposts/:id/postings/:postingId/end',
      who: 'admin-01',
      path: posting,
      fields: { untilDay: '2020-02-29', reason: '延期文件' },
    },
    {
      url: '/admin/settings/claim-rules',
      who: 'admin-01',
      path: () => '/admin/settings/claim-rules',
      fields: {
        basedOn: '0',
        protectionDays: '90',
        admittedDays: '180',
        amberAfterDays: '30',
        lapseAfterDays: '60',
        disputeWorkdays: '5',
        leadingGroupFromWan: '100000',
        reason,
      },
    },
    {
      url: '/leads/:id/claim/evidence',
      who: 'scout-01',
      path: () => `/leads/${things.queued}/claim/evidence`,
      fields: { kind: 'visit', occurredOn: '2026-03-17', note: '登门拜访投资方' },
      multipart: true,
    },
    {
      url: '/leads/:id/dispute',
      who: 'scout-02',
      path: async () => `/leads/${await blocked()}/dispute`,
      fields: statement,
      multipart: true,
    },
    {
      url: '/disputes/:id/answer',
      who: 'scout-01',
      path: async () => `/disputes/${await filed()}/answer`,
      fields: statement,
      multipart: true,
    },
    {
      url: '/disputes/:id/proposal',
      who: 'secretary-01',
      path: async () => `/disputes/${await answered()}/proposal`,
      fields: decision,
    },
    {
      url: '/disputes/:id/ruling',
      who: 'secretary-01',
      path: async () => `/disputes/${await proposed()}/ruling`,
      fields: decision,
      spends: true,
    },
    {
      url: '/disputes/:id/withdrawal',
      who: 'scout-02',
      path: async () => `/disputes/${await filed()}/withdrawal`,
      fields: { reason },
      spends: true,
    },
    {
      url: '/leads/:id/matches/:otherId/ruling',
      who: 'secretary-01',
      path: alike,
      fields: { verdict: 'different', reason },
      spends: true,
    },
    {
      url: '/leads/:id/co-scout',
      who: 'scout-02',
      path: coScouted,
      fields: { verdict: 'confirm' },
      spends: true,
    },
    {
      url: '/ambassadors',
      who: 'secretary-01',
      path: () => '/ambassadors',
      fields: {
        name: '颜示例',
        post: '商会会长',
        region: '长三角',
        termFrom: '2026-01-01',
        termUntil: '2027-12-31',
        interest: '',
      },
    },
    { url: '/outposts/:id/region', who: 'admin-01', path: outpost, fields: { region: '苏州、无锡' } },
    {
      url: '/hand-overs',
      who: 'admin-01',
      path: () => '/hand-overs',
      fields: { from: things.person, to: things.person, listed: '', reason },
    },
  ];
}
