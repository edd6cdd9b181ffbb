import { sql } from '../../src/database/sql';
import { Verifier } from '../../src/ledger/verifier';
import { onEachDatabase } from '../support/databases';
import { foundCity, TestCity } from '../support/city';
import { criteriaFor } from '../../src/domain/rubric/rubric-content';
import { manufacturing } from '../../src/domain/rubric/manufacturing';
import { PANEL_KINDS, PanelKind } from '../../src/domain/rubric/panel-kind';

const kindsOfSeats: PanelKind[] = [
  'park',
  'park',
  'support',
  'support',
  'support',
  'support',
  'institute',
  'institute',
  'enterprise',
  'enterprise',
];

onEachDatabase('the main job, from a scout’s form to a project in the cage', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  afterAll(() => city.close());

  it('goes the whole way through the pages', async () => {
    const scout = await city.app.signedIn('scout-01');
    const secretary = await city.app.signedIn('secretary-01');
    const [entry] = city.book();
    if (!entry) throw new Error('no lead in the book');

    // A draft needs two fields.
    const draft = await scout.post('/leads', {
      title: entry.body['title'],
      investorName: entry.body['investorName'],
    });
    expect(draft.statusCode).toBe(303);
    const leadPath = String(draft.headers.location);

    // What is missing is said beside the fields, and nothing is lost.
    const early = await scout.post(`${leadPath}/submission`, { idempotencyKey: 'first' });
    expect(early.statusCode).toBe(422);
    expect(early.body).toContain(String(entry.body['title']));

    expect((await scout.post(leadPath, entry.body)).statusCode).toBe(303);
    expect((await scout.post(`${leadPath}/submission`, { idempotencyKey: 'second' })).statusCode).toBe(303);
    const [receipt] = (await city.mails()).filter(({ to }) => to.startsWith('scout-01'));
    expect(receipt?.text).toMatch(/L-2026-00001/);

    expect(
      (await secretary.post(`${leadPath}/intake`, { verdict: 'return', reason: '请补充附件。' })).statusCode,
    ).toBe(303);
    expect((await scout.get(`${leadPath}/edit`)).body).toContain('请补充附件。');
    expect((await scout.post(leadPath, { ...entry.body, jobs: '430' })).statusCode).toBe(303);
    expect((await scout.post(`${leadPath}/submission`, { idempotencyKey: 'third' })).statusCode).toBe(303);
    expect((await secretary.post(`${leadPath}/intake`, { verdict: 'accept' })).statusCode).toBe(303);

    const leadId = leadPath.split('/').at(-1) ?? '';
    const rubric = await city.app.reader.one<{ id: string }>(
      sql`select rubric_version.id from rubric_version join rubric on rubric.id = rubric_version.rubric_id
          where rubric.code = 'manufacturing'`,
    );
    const planned = await secretary.post('/rounds', {
      title: '第一批',
      rubricVersionId: rubric?.id,
      panelId: city.city.panelId,
      deadlineAt: '2026-03-24T18:00',
      leadIds: [leadId],
    });
    expect(planned.statusCode).toBe(303);
    const roundPath = String(planned.headers.location);
    expect((await secretary.post(`${roundPath}/opening`)).statusCode).toBe(303);
    const invitations = await city.mails('round.invitation');
    expect(invitations).toHaveLength(10);
    for (const { text, html, subject } of invitations) {
      expect(`${subject}${text}${html}`).not.toContain(String(entry.body['title']));
      expect(`${subject}${text}${html}`).not.toContain(String(entry.body['investorName']));
    }

    // Too early to close: the reason is given, nothing happens.
    expect((await secretary.post(`${roundPath}/closure`)).statusCode).toBe(409);

    for (const [seat, kind] of kindsOfSeats.entries()) {
      expect(PANEL_KINDS).toContain(kind);
      const panelist = await city.panelist(`panelist-${String(seat + 1).padStart(2, '0')}`);
      const list = await panelist.get('/ballot');
      expect(list.statusCode).toBe(200);
      const item = /\/ballot\/items\/([0-9a-z]{26})/.exec(list.body)?.[1] ?? '';
      const scores = Object.fromEntries(criteriaFor(manufacturing, kind).map(({ code }) => [code, '4']));
      const cast = await panelist.post(`/ballot/items/${item}`, {
        scores,
        vote: 'agree',
        intent: 'cast',
        idempotencyKey: `seat ${seat}`,
      });
      expect(cast.statusCode).toBe(303);
    }
    expect(await city.mails('ballot.receipt')).toHaveLength(10);

    expect((await secretary.get(`${roundPath}/results`)).statusCode).not.toBe(200);
    expect((await secretary.post(`${roundPath}/closure`)).statusCode).toBe(303);
    const results = await secretary.get(`${roundPath}/results`);
    expect(results.statusCode).toBe(200);
    expect(results.body).toContain('80.00');
    expect(results.body).toContain('3 × 10 = 30 ≥ 2 × 10 = 20');

    // Decided quietly: the scout learns nothing before the announcement.
    expect((await scout.get(leadPath)).body).not.toContain('C-2026-0001');
    expect((await secretary.post(`${roundPath}/announcement`)).statusCode).toBe(303);
    const [letter] = await city.mails('letter.released');
    expect(letter?.text).toContain('C-2026-0001');
    expect(letter?.text).not.toMatch(/panelist|温景川|10\/10/);

    const cage = await secretary.get('/cage');
    expect(cage.body).toContain('C-2026-0001');
    const project = /\/cage\/([0-9a-z]{26})/.exec(cage.body)?.[0] ?? '';
    const page = await scout.get(project);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('一抓到底');

    const report = await city.app.get(Verifier).verify(city.app.reader);
    expect(report.problems).toEqual([]);
  });
});
