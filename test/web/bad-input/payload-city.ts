import { sql } from '../../../src/database/sql';
import type { Dialect } from '../../../src/database/sql';
import { criteriaFor } from '../../../src/domain/rubric/rubric-content';
import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import type { Visitor } from '../../support/visitor';
import { HostileCity } from './hostile-city';
import { payloads } from './markup';

/** One of the payloads; any number will do. */
export const payload = (n: number): string => payloads[n % payloads.length] ?? '';

/** A city in which everything that people can write is a payload. */
export class PayloadCity {
  readonly leads: string[] = [];
  /** A round in the middle of its vote. */
  round = '';
  /** A round that has been announced. */
  announced = '';

  private constructor(readonly hostile: HostileCity) {}

  static async found(dialect: Dialect): Promise<PayloadCity> {
    const city = new PayloadCity(await HostileCity.found(dialect));
    await city.nameThings();
    for (let n = 0; n < payloads.length; n += 1) city.leads.push(await city.reported(n));
    city.announced = await city.decided(city.leads);
    city.round = await city.opened();
    return city;
  }

  private async sent(visitor: Visitor, path: string, fields: Record<string, unknown>): Promise<string> {
    const answer = await visitor.post(path, fields);
    if (answer.statusCode !== 303) throw new Error(`${path} ${answer.statusCode} ${said(answer.body)}`);
    return String(answer.headers.location);
  }

  /** People, a unit, a host and a panel whose very names are payloads. */
  private async nameThings(): Promise<void> {
    const admin = await this.hostile.as('admin-01');
    const { people, units, hosts } = this.hostile.city.city;
    await this.sent(admin, '/admin/units', { code: 'evil', name: payload(1), kind: 'park' });
    const accounts = [
      'scout-01',
      'secretary-02',
      'host-01',
      'supporter-01',
      'panelist-01',
      'panelist-02',
      'leader-02',
    ];
    for (const [n, account] of accounts.entries()) {
      const unitId = await this.hostile.id(
        sql`select unit_id as id from person where id = ${people.get(account) ?? ''}`,
      );
      const role = account.startsWith('leader')
        ? 'sponsor'
        : account.startsWith('secretary')
          ? 'secretariat'
          : account.replace(/-\d+$/, '');
      const person = {
        name: `${payload(n + 4).slice(0, 39)}甲`,
        post: payload(n + 9),
        email: `${account}@yijiang.example`,
        mobile: '',
        unitId,
        roles: [role],
        locale: '',
      };
      await this.sent(admin, `/admin/people/${people.get(account)}`, person);
    }
    const host = {
      name: payload(0),
      kind: 'park',
      region: payload(16),
      leadChains: [],
      unitId: units.get('park-ed'),
    };
    await this.sent(admin, `/admin/hosts/${hosts.get('park-ed')}`, host);
    const unitId = await this.hostile.id(sql`select id from unit where code = 'evil'`);
    const seats = { 0: { kind: 'park', unitId, function: '', holderId: '', alternateId: '' } };
    await this.sent(admin, '/panels', { name: payload(2), chairId: people.get('leader-01'), seats });
  }

  /** A lead with payloads in its texts, a paper, the answers of host and department; queued. */
  private async reported(n: number): Promise<string> {
    const [scout, secretary] = [await this.hostile.as('scout-01'), await this.hostile.as('secretary-01')];
    const { body } = this.hostile.entry();
    const lead = await this.sent(scout, '/leads', body);
    const id = lead.split('/').at(-1) ?? '';
    const refused = await scout.post(lead, { ...body, summary: `${payload(n)}${String(body['summary'])}` });
    expect([payload(n), [303, 422].includes(refused.statusCode)]).toEqual([payload(n), true]);
    const content = Buffer.from('%PDF-1.7\n%%EOF');
    await scout.upload(`${lead}/files`, { kind: 'other' }, [
      { field: 'file', name: `${payload(n).replace(/"/g, '')}.pdf`, type: 'application/pdf', content },
    ]);
    await this.sent(scout, `${lead}/submission`, { idempotencyKey: `k${n}` });
    await this.sent(secretary, `${lead}/intake`, { verdict: 'return', reason: `请改${payload(n + 6)}` });
    await this.sent(scout, lead, { ...body, jobs: '431' });
    await this.sent(scout, `${lead}/submission`, { idempotencyKey: `l${n}` });
    await this.sent(secretary, `${lead}/intake`, { verdict: 'accept' });
    await this.overwrite(id, n);
    const host = await this.hostile.as('host-01');
    await this.sent(host, `${lead}/host-statements`, {
      verdict: 'conditional',
      reasonCode: 'energyShort',
      text: payload(n + 7),
    });
    const supporter = await this.hostile.as('supporter-01');
    const answer = {
      element: 'land',
      verdict: 'yes',
      quantity: '12',
      unit: '亩',
      availableOn: '2026-09-01',
      text: payload(n + 8),
    };
    await this.sent(supporter, `${lead}/element-answers`, answer);
    return id;
  }

  /** The form takes no markup; what came in before it learned that, or was imported, has to stay text all the same. */
  private async overwrite(id: string, n: number): Promise<void> {
    const { reader, work } = this.hostile.city.app;
    const spoilt = (content: string): string => {
      const known = JSON.parse(content) as Record<string, unknown>;
      const contact = { ...(known['contact'] as object), name: payload(n + 3), title: payload(n + 4) };
      const texts = { title: payload(n), investorName: payload(n + 5), summary: payload(n + 1) };
      return JSON.stringify({ ...known, ...texts, contact });
    };
    const rows = await reader.rows<{ id: string; content: string }>(
      sql`select id, content from lead_revision where lead_id = ${id}`,
    );
    await work.run(async (tx) => {
      const own = await tx.one<{ content: string }>(sql`select content from lead where id = ${id}`);
      await tx.run(
        sql`update lead set title = ${payload(n)}, investor_name = ${payload(n + 5)},
            content = ${spoilt(own?.content ?? '')} where id = ${id}`,
      );
      for (const row of rows)
        await tx.run(sql`update lead_revision set content = ${spoilt(row.content)} where id = ${row.id}`);
    });
  }

  private async plan(title: string, leadIds: string[]): Promise<string> {
    const secretary = await this.hostile.as('secretary-01');
    const { panelId } = this.hostile.city.city;
    const fields = {
      title,
      rubricVersionId: this.hostile.things.rubricVersion,
      panelId,
      deadlineAt: '2026-03-24T18:00',
      leadIds,
    };
    this.hostile.tick();
    const path = await this.sent(secretary, '/rounds', fields);
    await this.sent(secretary, `${path}/opening`, {});
    return path.split('/').at(-1) ?? '';
  }

  /** Voted on by everybody, one seat through the pages with payloads in every box; closed, ruled, announced. */
  private async decided(leadIds: string[]): Promise<string> {
    const id = await this.plan(payload(14), leadIds);
    const open = { id, leadIds, deadlineAt: '' };
    await this.hostile.city.allVote(open, ['strong', 'doubtful', 'weak']);
    const voter = await this.hostile.city.panelist('panelist-01');
    const rows = await this.hostile.city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${id} order by position`,
    );
    const codes = criteriaFor(manufacturing, 'park').map(({ code }) => code);
    for (const [n, item] of rows.entries()) {
      const scores = Object.fromEntries(codes.map((code) => [code, '5']));
      const reasons = Object.fromEntries(codes.map((code, at) => [code, payload(n + at)]));
      const ballot = {
        scores,
        reasons,
        vote: 'agree',
        comment: payload(n + 1),
        note: payload(n + 2),
        intent: 'cast',
        idempotencyKey: `v${n}`,
      };
      await this.sent(voter, `/ballot/items/${item.id}`, ballot);
    }
    const secretary = await this.hostile.as('secretary-01');
    await this.sent(secretary, `/rounds/${id}/closure`, {});
    const doubts = await this.hostile.city.app.reader.rows<{ id: string }>(
      sql`select item_id as id from outcome where round_id = ${id} and computed = 'borderline'`,
    );
    const chair = await this.hostile.as('leader-01');
    for (const [n, item] of doubts.entries())
      await this.sent(chair, `/rounds/${id}/items/${item.id}/ruling`, {
        ruling: 'consult',
        reason: payload(n + 3),
      });
    await this.sent(secretary, `/rounds/${id}/announcement`, {});
    return id;
  }

  /** A round in the middle of its vote, with a draft, a recusal and a later deadline, all of payloads. */
  private async opened(): Promise<string> {
    const id = await this.plan(payload(5), [await this.reported(3), await this.reported(7)]);
    const voter = await this.hostile.city.panelist('panelist-02');
    const [first, second] = await this.hostile.city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${id} order by position`,
    );
    await voter.post(`/ballot/items/${first?.id}`, {
      comment: payload(1),
      note: payload(2),
      vote: payload(3),
      scores: { taxPerMu: payload(4) },
      intent: 'draft',
    });
    await voter.post(`/ballot/items/${second?.id}/recusal`, { reason: payload(6), idempotencyKey: 'r' });
    await this.sent(await this.hostile.as('secretary-01'), `/rounds/${id}/extension`, {
      deadlineAt: '2026-03-26T18:00',
      reason: payload(8),
    });
    return id;
  }
}

function said(html: string): string {
  return [...html.matchAll(/class="(?:error|message-what)"[^>]*>([^<]+)/g)].map(([, text]) => text).join(' ');
}
