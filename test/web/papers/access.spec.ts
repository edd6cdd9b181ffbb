import { unzipSync } from 'fflate';
import { sql } from '../../../src/database/sql';
import { LeadFilesService } from '../../../src/leads/lead-files.service';
import { PeopleQueries } from '../../../src/people/people.queries';
import { PeopleService } from '../../../src/people/people.service';
import { Verifier } from '../../../src/ledger/verifier';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { pdf } from '../../integration/files/zip';
import { PaperCity } from './paper-city';

const actor = { personId: null, label: 'test' };
const unknown = '0'.repeat(26);

/** Who gets at attachments: of leads and of ballots, alone and together. A-10 is in test/web/rounds/interested-person. */
onEachDatabase('attachments', (dialect) => {
  let papers: PaperCity;
  let scout: Visitor;
  let other: Visitor;
  let lead: string;
  let files: string[];
  beforeAll(async () => {
    papers = await PaperCity.found(dialect);
    scout = await papers.city.app.signedIn('scout-01');
    other = await papers.city.app.signedIn('scout-02');
    lead = await papers.draft();
    await papers.send(
      scout,
      lead,
      { name: '报价.pdf', content: Buffer.concat([pdf, Buffer.from('1')]) },
      { name: '报价.PDF', content: Buffer.concat([pdf, Buffer.from('2')]) },
      { name: '立项 报告（终）.pdf', content: pdf },
    );
    files = await papers.filesOf(lead);
  }, 60_000);
  afterAll(() => papers.close());

  /** Status, page and headers without what differs from one request to the next. */
  const bare = async (visitor: Visitor, path: string, method: 'GET' | 'HEAD' | 'POST', id: string) => {
    const answer =
      method === 'POST'
        ? await visitor.post(path)
        : await visitor.request({ method, url: path, headers: { range: 'bytes=0-9' } });
    const headers = { ...answer.headers };
    for (const name of ['x-request-id', 'date', 'set-cookie', 'content-length']) delete headers[name];
    const body = answer.body
      .replaceAll(id, unknown)
      .replace(/value="[^"]{50,}"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    return { status: answer.statusCode, headers, body };
  };

  it('A-04, A-05: of another scout do not exist, by any way, and as if the id were unknown', async () => {
    const [file = ''] = files;
    const ways = [
      ['GET', (id: string) => `/files/${id}`, file],
      ['HEAD', (id: string) => `/files/${id}`, file],
      ['GET', (id: string) => `/leads/${id}/files.zip`, lead],
      ['HEAD', (id: string) => `/leads/${id}/files.zip`, lead],
      ['POST', (id: string) => `/leads/${lead}/files/${id}/removal`, file],
      ['POST', (id: string) => `/leads/${id}/files/${file}/removal`, lead],
    ] as const;
    for (const account of ['scout-02', 'host-01', 'supporter-01', 'secretary-01', 'admin-01'] as const) {
      const visitor = await papers.city.app.signedIn(account);
      for (const [method, path, id] of ways) {
        const there = await bare(visitor, path(id), method, id);
        expect([account, method, path(id), there.status >= 403]).toEqual([account, method, path(id), true]);
        expect(there).toEqual(await bare(visitor, path(unknown), method, unknown));
      }
    }
    const own = ways.slice(0, 4).map(([method, path, id]) => bare(scout, path(id), method, id));
    expect((await Promise.all(own)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await papers.filesOf(lead)).toHaveLength(3);
  });

  it('A-03: take no owner, lead or name of a table from the form', async () => {
    const mine = await papers.draft('scout-02');
    const fields = {
      kind: 'other',
      leadId: lead,
      subjectId: lead,
      uploadedBy: 'x',
      __proto__x: 'y',
      size: '1',
    };
    const part = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: pdf };
    expect((await other.upload(`/leads/${mine}/files`, fields, [part])).statusCode).toBe(303);
    const person = await papers.city.app.get(PeopleQueries).byAccount('scout-02');
    const rows = await papers.city.app.reader.rows(
      sql`select subject_id as "subjectId", uploaded_by as "by" from stored_file where subject_id = ${mine}`,
    );
    expect(rows).toEqual([{ subjectId: mine, by: person?.id }]);
    expect(await papers.filesOf(lead)).toHaveLength(3);
  });

  it('are taken away together under their Chinese names, doubles apart, and each is noted', async () => {
    const answer = await scout.get(`/leads/${lead}/files.zip`, { 'accept-encoding': 'gzip' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(answer.rawPayload.length),
      'content-disposition': expect.stringMatching(
        /^attachment; .*filename\*=UTF-8''[\w%.-]+\.zip$/,
      ) as string,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
    const parts = unzipSync(answer.rawPayload);
    expect(
      Object.keys(parts)
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(['报价.pdf', '报价 (2).pdf', '立项 报告（终）.pdf'].sort());
    expect(Buffer.from(parts['立项 报告（终）.pdf'] ?? [])).toEqual(pdf);
    const notes = await papers.city.app.reader.rows<{ kind: string; subjectId: string; label: string }>(
      sql`select kind, subject_id as "subjectId", label from access_record
          where kind = 'export' and subject_type = 'file' order by subject_id`,
    );
    expect(new Set(notes.map(({ subjectId }) => subjectId))).toEqual(new Set(files));
    expect(notes.every(({ label }) => label.includes('（'))).toBe(true);
    const before = notes.length;
    await scout.head(`/leads/${lead}/files.zip`);
    await other.get(`/leads/${lead}/files.zip`);
    const after = await papers.city.app.reader.rows(sql`select id from access_record where kind = 'export'`);
    expect(after).toHaveLength(before);
  });

  it('T-10: leave a note of who took which one when, and none of a refusal', async () => {
    const [file = ''] = files;
    const notes = () =>
      papers.city.app.reader.rows<Record<string, string>>(
        sql`select at, person_id as "personId", label, address from access_record
            where kind = 'download' and subject_id = ${file}`,
      );
    const before = (await notes()).length;
    await other.get(`/files/${file}`);
    expect(await notes()).toHaveLength(before);
    await scout.get(`/files/${file}`);
    const found = await notes();
    expect(found).toHaveLength(before + 1);
    const person = await papers.city.app.get(PeopleQueries).byAccount('scout-01');
    expect(found.at(-1)).toEqual({
      at: papers.city.app.clock.now(),
      personId: person?.id,
      label: expect.stringContaining(person?.name ?? '?') as string,
      address: '127.0.0.*',
    });
  });

  it('A-11: are out of reach from the next request on when a right is withdrawn', async () => {
    const id = await papers.city.acts.report(papers.city.book()[6]!);
    const viewer = await papers.city.acts.viewer(papers.city.book()[6]!.scout);
    const service = papers.city.app.get(LeadFilesService);
    await service.attach(viewer, id, [
      await service.receive(viewer, id, { bytes: pdf, name: 'a.pdf', kind: 'other' }),
    ]);
    const [file = ''] = await papers.filesOf(id);
    const leader = await papers.city.app.signedIn('leader-01');
    expect((await leader.get(`/files/${file}`)).statusCode).toBe(200);
    const person = await papers.city.app.get(PeopleQueries).byAccount('leader-01');
    const { name, post, email, mobile, unitId, locale } = person!;
    await papers.city.app
      .get(PeopleService)
      .changePerson(actor, person!.id, { name, post, email, mobile, unitId, locale, roles: ['sponsor'] });
    expect((await leader.get(`/files/${file}`)).statusCode).toBe(404);
    expect((await leader.get(`/leads/${id}/files.zip`)).statusCode).toBeGreaterThanOrEqual(403);
  });

  it('A-12: are read by the inspector, who adds, removes and sets nothing', async () => {
    const inspector = await papers.city.app.signedIn('inspector-01');
    const before = await papers.known();
    const [file = ''] = files;
    for (const path of [
      `/leads/${lead}/files`,
      `/leads/${lead}/files/${file}/removal`,
      '/admin/settings/paper-limits',
    ])
      expect([path, (await inspector.post(path, { scoutFiles: '10' })).statusCode]).toEqual([path, 403]);
    expect(await papers.known()).toBe(before);
    const secretary = await papers.city.app.signedIn('secretary-01');
    expect((await secretary.get('/admin/settings/paper-limits')).statusCode).toBe(200);
    expect((await inspector.get('/admin/settings/paper-limits')).statusCode).toBe(403);
  });

  it('can be taken back while the lead is a draft, and stay once it is reported', async () => {
    const draft = await papers.draft();
    await papers.send(scout, draft, { name: 'a.pdf', content: pdf });
    const [file = ''] = await papers.filesOf(draft);
    expect((await scout.get(`/leads/${draft}`)).body).toContain(`/leads/${draft}/files/${file}/removal`);
    expect((await scout.post(`/leads/${draft}/files/${file}/removal`)).statusCode).toBe(303);
    expect([await papers.filesOf(draft), (await scout.get(`/files/${file}`)).statusCode]).toEqual([[], 404]);
    const entry = papers.city.book()[7]!;
    const id = await papers.city.acts.report(entry);
    const owner = await papers.city.app.signedIn(entry.scout);
    await papers.send(owner, id, { name: 'a.pdf', content: pdf });
    const [kept = ''] = await papers.filesOf(id);
    expect((await owner.post(`/leads/${id}/files/${kept}/removal`)).statusCode).toBe(409);
    expect(await papers.filesOf(id)).toEqual([kept]);
  });

  it('A-04, A-09: are read through a voting link while the round is open, and not at all by the same link after it', async () => {
    const round = await papers.city.openRound(1, 2);
    const [id = ''] = round.leadIds;
    const service = papers.city.app.get(LeadFilesService);
    // Attached before the opening in life; here straight to the tables, because a round takes no more.
    await papers.city.app.work.run((tx) => tx.run(sql`update lead set state = 'queued' where id = ${id}`));
    const row = await papers.city.app.reader.one<{ account: string }>(
      sql`select person.account from lead join person on person.id = lead.scout_id where lead.id = ${id}`,
    );
    const viewer = await papers.city.acts.viewer(row?.account ?? '');
    await service.attach(viewer, id, [
      await service.receive(viewer, id, { bytes: pdf, name: 'a.pdf', kind: 'other' }),
    ]);
    await papers.city.app.work.run((tx) => tx.run(sql`update lead set state = 'inReview' where id = ${id}`));
    const [file = ''] = await papers.filesOf(id);
    const item = await papers.city.app.reader.one<{ id: string }>(
      sql`select id from round_item where round_id = ${round.id}`,
    );
    const path = `/ballot/items/${item?.id}/files/${file}`;
    const link = await papers.city.votingPath('panelist-02');
    const seat = await papers.city.panelist('panelist-02');
    expect((await seat.get(path)).statusCode).toBe(404);
    await seat.post(`/ballot/items/${item?.id}/declaration`, { interest: 'none' });
    expect((await seat.get(path)).rawPayload).toEqual(pdf);
    expect((await seat.get(`/ballot/items/${item?.id}/files/${files[0]}`)).statusCode).toBe(404);
    expect((await seat.get(`/files/${file}`)).statusCode).toBe(303);
    expect((await seat.get(`/leads/${id}/files.zip`)).statusCode).toBe(303);
    await papers.city.allVote(round, ['good']);
    await papers.city.acts.close('secretary-01', round.id);
    for (const visitor of [seat, papers.city.app.visitor()]) {
      await visitor.post(link);
      const answer = await visitor.get(path);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.rawPayload.includes(pdf)).toBe(false);
    }
  });

  it('leave nothing that verify could not explain', async () => {
    const { problems } = await papers.city.app.get(Verifier).verify(papers.city.app.reader);
    expect(problems.map(({ words }) => words).filter((words) => /file|attach/i.test(words))).toEqual([]);
  });
});
