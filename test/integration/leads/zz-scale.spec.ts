import { readLeadFilter } from '../../../src/leads/lead-filter';
import { LeadListQueries } from '../../../src/leads/lead-list.queries';
import { LeadPageQueries } from '../../../src/leads/lead-page.queries';
import { Lead, LeadGram } from '../../../src/leads/lead.entity';
import { gramsOfLead } from '../../../src/leads/lead-grams';
import { tabOf } from '../../../src/leads/lead-tabs';
import { LEAD_STATES } from '../../../src/domain/lead/states';
import { sql } from '../../../src/database/sql';
import { openLeadDesk } from './lead-desk';
import { HostsQueries } from '../../../src/hosts/hosts.queries';
jest.setTimeout(900_000);
const A = '新能源汽车热管理集成模块半导体高纯陶瓷轻合金装备制造机器人伺服驱动食用菌精深加工数字经济生物医药电子信息化工纺织物流文旅'.split('');
const B = '澜岫砺辰瓷穹援岚铝翎菇悦算穹碳矽清杼衡芯垣禾隽铸智翔宇恒泰瑞丰盛隆华兴鑫源博远'.split('');
let seed = 1;
const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n); };
const word = (from: string[], n: number) => Array.from({ length: n }, () => from[rnd(from.length)]).join('');
it.each((process.env['DIALECTS'] ?? 'sqlite').split(',') as ('sqlite' | 'postgres')[])('scale %s', async (dialect) => {
  const desk = await openLeadDesk(dialect);
  const id0 = (await desk.submitSample('S01')).leadId;
  const base = await desk.lead(id0);
  const hosts = await desk.city.app.get(HostsQueries).all();
  const scouts = await desk.reader.rows<{ id: string; unit: string }>(sql`select id, unit_id as unit from person where roles = 'scout'`);
  const lists = desk.city.app.get(LeadListQueries);
  const queries: Record<string, Record<string, string>> = {
    all: { size: '50' }, tab: { state: 'queued', size: '50' }, track: { track: 'tech', size: '50' },
    three: { track: 'tech', state: 'submitted', host: 'park-port', size: '50' }, hostTrack: { host: 'park-port', track: 'service', size: '50' },
    total: { sort: '-total', size: '50' }, totalTab: { sort: '-total', state: 'admitted', size: '50' }, deep: { page: '20', size: '50' },
    merged: { state: 'merged', size: '50' },
    q2: { q: '伺服', size: '50' }, q4: { q: '热管理集', size: '50' }, qname: { q: '澜岫', size: '50' }, qmiss: { q: '热泵机组', size: '50' }, qone: { q: '热', size: '50' }, qcommon: { q: '项目', size: '50' }, qcommon2: { q: '项目公司', size: '50' }, number: { q: 'L-2026-00001', size: '50' },
  };
  const measure = async () => {
    const out: string[] = [];
    for (const [who, extra] of [['secretary-01', queries], ['scout-01', { own: { size: '50' }, ownTab: { state: 'queued' }, ownQ: { q: '伺服' }, ownTotal: { sort: '-total' } }]] as const) {
      const viewer = await desk.viewer(who);
      for (const [name, query] of Object.entries(extra)) {
        const f = readLeadFilter(query as Record<string, string>);
        await lists.list(viewer, f, '2026-03-10T00:00:00.000Z');
        const t = performance.now(); let n = 0;
        for (let i = 0; i < 5; i++) n = (await lists.list(viewer, f, '2026-03-10T00:00:00.000Z')).rows.length;
        out.push(`${name} ${((performance.now() - t) / 5).toFixed(1)}ms/${n}`);
      }
    }
    const v = await desk.viewer('scout-01');
    let t = performance.now();
    for (let i = 0; i < 10; i++) await desk.city.app.get(LeadPageQueries).page(v, id0);
    out.push(`page ${((performance.now() - t) / 10).toFixed(1)}`);
    t = performance.now();
    for (let i = 0; i < 10; i++) await desk.city.app.get(LeadPageQueries).form(v, id0);
    out.push(`form(with duplicates) ${((performance.now() - t) / 10).toFixed(1)}`);
    return out.join(', ');
  };
  let made = 0;
  for (const goal of (process.env['GOALS'] ?? '1000,100000').split(',').map(Number)) {
    while (made < goal) {
      await desk.city.app.work.run(async (tx) => {
        const rows: Lead[] = []; const grams: LeadGram[] = [];
        for (let i = 0; i < 1000; i++, made++) {
          const s = LEAD_STATES[rnd(12)]!; const sc = scouts[rnd(scouts.length)]!;
          const at = new Date(Date.UTC(2024, 0, 1) + made * 600000 + rnd(600000)).toISOString();
          const name = word(B, 3 + rnd(3)); const id = 'z' + String(made).padStart(25, '0');
          const draft = s === 'draft';
          const row: Lead = { ...base, id, number: draft ? null : `L-2099-${String(made).padStart(7, '0')}`, revision: draft ? 0 : 1, state: s, tab: tabOf(s), title: word(A, 8 + rnd(8)) + '项目', investorName: name + '有限公司', investorKey: name, titleKey: word(A, 10), parentKey: null, mobileHash: null, uscc: null, claimedUscc: null, creationKey: null, track: (['manufacturing', 'tech', 'service'] as const)[rnd(3)]!, totalInvestment: rnd(9e7), scoutId: sc.id, scoutUnitId: sc.unit, firstHostId: hosts[rnd(6)]!.id, submittedAt: draft ? null : at, listedAt: at, createdAt: at, stateAt: at };
          rows.push(row);
          for (const gram of gramsOfLead(row)) grams.push({ gram, leadId: id });
        }
        await tx.insert(Lead, rows); await tx.insert(LeadGram, grams);
      });
    }
    if (dialect === 'postgres') await desk.city.app.work.run((tx) => tx.run(sql`analyze`).then(() => undefined)).catch(() => undefined);
    console.log(dialect, goal, await measure());
    const seen: string[] = [];
    const orig = desk.reader.rows.bind(desk.reader);
    (desk.reader as any).rows = async (st: any) => { const r = st.render(dialect); const t = performance.now(); const out = await orig(st); const ms = performance.now() - t; if (ms > 8) { const plan = await (desk.city.app.reader as any).dataSource.query((dialect === 'sqlite' ? 'explain query plan ' : 'explain analyze ') + r.text, r.values); seen.push(ms.toFixed(0) + 'ms ' + r.text.slice(0, 3000) + '\n' + plan.map((p: any) => p.detail ?? p['QUERY PLAN']).join('\n')); } return out; };
    const v = await desk.viewer('secretary-01');
    for (const q of (process.env['QS'] ?? 'all').split(',')) { seen.push('#### ' + q); await lists.list(v, readLeadFilter(queries[q]!), '2026-03-10T00:00:00.000Z'); }
    require('fs').writeFileSync('/tmp/plans-' + dialect + '-' + goal + '.txt', seen.join('\n'));
    (desk.reader as any).rows = orig;
  }
  await desk.close();
});
