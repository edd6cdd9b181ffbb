import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../../src/database/sql';
import { LeadAnswersService } from '../../../src/leads/lead-answers.service';
import { Lead } from '../../../src/leads/lead.entity';
import { LeadFilesService } from '../../../src/leads/lead-files.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { declaredRoutes } from '../../support/routes';
import type { Visitor } from '../../support/visitor';

/** 知悉范围: who invests in a restricted lead is hidden outside the panel and the parties, everywhere. */
onEachDatabase('a restricted lead', (dialect) => {
  let city: TestCity;
  let restricted: Lead;
  let open: Lead;
  let fileIds: string[];
  let roundId: string;
  let hostOf: string;
  let scoutOf: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    const [first, second] = city.book();
    if (!first || !second) throw new Error('no leads');
    // The name stands in the title and the outline too, as careless scouts write it.
    const name = String(first.body['investorName']);
    const body = {
      ...first.body,
      sensitivity: 'restricted',
      title: `${name.slice(0, 4)}模块生产基地`,
      summary: `${name}拟建产线。${String(first.body['summary'])}`,
      groupParent: '遮云控股集团有限公司',
    };
    const ids = [await city.acts.report({ ...first, body }), await city.acts.report(second)];
    fileIds = [];
    for (const [at, id] of ids.entries()) {
      const scout = await city.acts.viewer((at === 0 ? first : second).scout);
      const files = city.app.get(LeadFilesService);
      const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
      const paper = await files.receive(scout, id, { bytes, name: `${name}营业执照.pdf`, kind: 'other' });
      await files.attach(scout, id, [paper]);
      await city.acts.decideIntake('secretary-01', id, 'accept');
      const file = await city.app.reader.one<{ id: string }>(
        sql`select id from stored_file where subject_id = ${id}`,
      );
      fileIds.push(file?.id ?? '');
    }
    const deadlineAt = '2026-03-22T01:00:00.000Z';
    // The department has answered, so that its projects in the cage are its business.
    const answering = {
      element: 'land',
      verdict: 'yes',
      quantity: '95',
      unit: '亩',
      availableOn: '2026-06-30',
    };
    for (const id of ids)
      await city.app
        .get(LeadAnswersService)
        .answerElement(await city.acts.viewer('supporter-01'), id, { ...answering, text: '净地' } as never);
    roundId = await city.acts.openRound('secretary-01', {
      title: '限制知悉的一轮',
      deadlineAt,
      panelId: city.city.panelId,
      leadIds: ids,
    });
    const leads = await city.app.reader.find(Lead, sql`where id in ${sql.list(ids)}`);
    const [one, two] = ids.map((id) => leads.find((lead) => lead.id === id));
    if (!one || !two) throw new Error('no leads');
    [restricted, open] = [one, two];
    scoutOf = first.scout;
    const row = await city.app.reader.one<{ account: string }>(
      sql`select min(person.account) as account from person join host on host.unit_id = person.unit_id
          where host.id = ${restricted.firstHostId}`,
    );
    hostOf = row?.account ?? '';
  }, 60_000);
  afterAll(() => city.close());

  /** Everything that tells who invests. */
  const namesOf = (lead: Lead): string[] =>
    [lead.investorName, lead.investorKey, lead.uscc ?? '', lead.parentKey ?? ''].filter(Boolean);

  async function addresses(lead: Lead): Promise<string[]> {
    const ids = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where lead_id = ${lead.id} union select id from letter where lead_id = ${lead.id}
          union select id from outcome where lead_id = ${lead.id} union select id from project where lead_id = ${lead.id}`,
    );
    const fileId = fileIds[lead === restricted ? 0 : 1] ?? '';
    const known = [lead.id, roundId, fileId, ...ids.map(({ id }) => id)];
    const inner = [fileId, '1'];
    const made = declaredRoutes(city.app.app)
      .filter(({ method, url }) => method === 'GET' && !url.startsWith('/dev/'))
      .flatMap(({ url }) => {
        const [whole = '', ...rest] = url.split('/:');
        if (rest.length === 0) return [whole];
        const tails = rest.map((part) => part.split('/').slice(1).join('/'));
        return known.flatMap((id) => {
          const outer = [whole, id, tails[0]].filter(Boolean).join('/');
          return rest.length === 1
            ? [outer]
            : inner.map((second) => [outer, second, tails[1]].filter(Boolean).join('/'));
        });
      });
    return [...new Set(made)];
  }

  const tells = (lead: Lead, { body, headers, statusCode }: LightMyRequestResponse): boolean =>
    namesOf(lead).some((name) => body.includes(name)) ||
    (statusCode === 200 && String(headers['content-type']).includes('pdf'));

  async function whereTold(lead: Lead, visitor: Visitor): Promise<string[]> {
    const found: string[] = [];
    for (const address of await addresses(lead)) {
      if (tells(lead, await visitor.get(address))) found.push(address.replaceAll(lead.id, ':lead'));
    }
    return found;
  }

  /** What a search finds, however the one who asks came by the word. */
  const finds = async (visitor: Visitor, where: string, lead: Lead, id: string): Promise<string[]> => {
    const words = [...namesOf(lead), lead.investorName.slice(0, 4)];
    const found = await Promise.all(
      words.map(async (word) =>
        (await visitor.get(`${where}?q=${encodeURIComponent(word)}`)).body.includes(`data-id="${id}"`),
      ),
    );
    return words.filter((_, at) => found[at]);
  };

  /** Every kind of person outside; `later` are those who could learn more once it is in the cage. */
  const outsiders = ['supporter-01', 'scout-02', 'leader-02', 'admin-01', 'panelist-03'];
  const later = ['supporter-01', 'leader-02'];

  it('tells nobody outside who invests while it is judged, in no page, list, file or search', async () => {
    for (const account of outsiders) {
      if (account === scoutOf) continue;
      const visitor = await city.app.signedIn(account);
      expect([account, await whereTold(restricted, visitor)]).toEqual([account, []]);
      expect([account, await finds(visitor, '/leads', restricted, restricted.id)]).toEqual([account, []]);
    }
    expect(await whereTold(restricted, city.app.visitor())).toEqual([]);
  }, 120_000);

  it('control: the parties and the panel read it, and of an open lead the departments do too', async () => {
    const seen = async (account: string, lead: Lead): Promise<string[]> =>
      whereTold(lead, await city.app.signedIn(account));
    const page = expect.arrayContaining(['/leads/:lead']) as unknown;
    expect(await seen(scoutOf, restricted)).toEqual(page);
    expect(await seen(hostOf, restricted)).toEqual(page);
    expect(await seen('supporter-01', open)).toEqual(page);
    expect(await seen('supporter-01', open)).toContain(`/files/${fileIds[1]}`);
    const secretary = await city.app.signedIn('secretary-01');
    expect((await finds(secretary, '/leads', restricted, restricted.id)).length).toBeGreaterThan(2);
    const seat = await city.panelist('panelist-01');
    const item = await city.app.reader.one<{ id: string }>(
      sql`select id from round_item where round_id = ${roundId} and lead_id = ${restricted.id}`,
    );
    await seat.post(`/ballot/items/${item?.id}/declaration`, { interest: 'none' });
    expect((await whereTold(restricted, seat)).length).toBeGreaterThan(1);
  }, 120_000);

  it('bears the name of whoever reads it, in the ballot too, and an open one does not', async () => {
    const [supporter, seat] = [await city.app.signedIn('supporter-01'), await city.panelist('panelist-02')];
    const item = await city.app.reader.one<{ id: string }>(
      sql`select id from round_item where round_id = ${roundId} and lead_id = ${restricted.id}`,
    );
    const name = (await city.acts.viewer('supporter-01')).name;
    const page = (await supporter.get(`/leads/${restricted.id}`)).body;
    expect(page).toMatch(new RegExp(`class="watermark" aria-hidden="true"><span data-who="${name} .*2026`));
    const ballot = (await seat.get(`/ballot/items/${item?.id}`)).body;
    expect(ballot).toContain('class="watermark" aria-hidden="true"');
    expect(ballot).toContain((await city.acts.viewer('panelist-02')).name);
    expect((await supporter.get(`/leads/${open.id}`)).body).not.toContain('class="watermark"');
    expect((await (await city.app.signedIn(scoutOf)).get(`/leads/${restricted.id}`)).body).not.toContain(
      'class="watermark"',
    );
    const looks = await city.app.reader.rows<{ kind: string; n: number | string }>(
      sql`select kind, count(*) as n from access_record where kind = 'restrictedView'
            and subject_id = ${restricted.id} group by kind`,
    );
    expect(Number(looks[0]?.n)).toBeGreaterThan(2);
    const others = await city.app.reader.rows(
      sql`select id from access_record where kind = 'restrictedView' and subject_id = ${open.id}`,
    );
    expect(others).toEqual([]);
  });

  it('does not tell by a veil whether a typed name was right', async () => {
    const supporter = await city.app.signedIn('supporter-01');
    const typed = async (text: string): Promise<boolean> => {
      const fields = { element: 'land', verdict: 'nothing', text };
      return (await supporter.post(`/leads/${restricted.id}/element-answers`, fields)).body.includes(text);
    };
    expect([await typed(restricted.investorName), await typed('并无此企业有限公司')]).toEqual([true, true]);
  });

  it('tells nobody outside in the cage either, nor in any mail, nor in the ledger', async () => {
    const items = [restricted, open].map(({ id }) => ({ leadId: id, fortune: 'strong' as const }));
    for (let seat = 0; seat < 10; seat += 1) await city.acts.vote(roundId, seat, items, city.chance);
    await city.acts.close('secretary-01', roundId);
    await city.acts.announce('secretary-01', roundId);
    const projects = await city.app.reader.rows<{ id: string; leadId: string }>(
      sql`select id, lead_id as "leadId" from project`,
    );
    const idOf = (lead: Lead): string => projects.find(({ leadId }) => leadId === lead.id)?.id ?? '';
    const supporter = await city.app.signedIn('supporter-01');
    const list = (await supporter.get('/cage')).body;
    expect([list.includes(idOf(restricted)), list.includes(idOf(open))]).toEqual([true, true]);
    for (const account of later) {
      if (account === scoutOf) continue;
      const visitor = await city.app.signedIn(account);
      expect([account, await whereTold(restricted, visitor)]).toEqual([account, []]);
      expect([account, await finds(visitor, '/cage', restricted, idOf(restricted))]).toEqual([account, []]);
    }
    expect((await finds(supporter, '/cage', open, idOf(open))).length).toBeGreaterThan(0);
    const secretary = await city.app.signedIn('secretary-01');
    expect((await finds(secretary, '/cage', restricted, idOf(restricted))).length).toBeGreaterThan(0);
    expect(await whereTold(restricted, secretary)).toContain('/cage');
    const mails = (await city.mails()).filter(({ to }) => !to.startsWith(scoutOf));
    expect(mails.length).toBeGreaterThan(10);
    const said = mails.map(({ subject, text, html }) => subject + text + html).join();
    const entries = await city.app.reader.rows<{ facts: string }>(sql`select facts from ledger_entry`);
    const recorded = entries
      .map(({ facts }) => facts)
      // Names of files are sealed with them; only the secretariat and the inspector, who know, read the ledger.
      .filter((facts) => !facts.includes('营业执照'))
      .join();
    for (const name of namesOf(restricted))
      expect([name, said.includes(name), recorded.includes(name)]).toEqual([name, false, false]);
  }, 120_000);
});
