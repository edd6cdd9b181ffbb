import { sql } from '../../../src/database/sql';
import { LeadDuplicate, LeadRevision } from '../../../src/leads/lead-record.entity';
import { Verifier } from '../../../src/ledger/verifier';
import { onEachDatabase } from '../../support/databases';
import { badRecords, LeadDesk, openLeadDesk, sampleOf, samples, type Body } from './lead-desk';

onEachDatabase('the sample leads', (dialect) => {
  let desk: LeadDesk;
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
  });
  afterAll(() => desk.close());

  const ids = new Map<string, string>();

  it.each(samples.map(({ id }) => id).filter((id) => id !== 'S02'))('%s is taken in', async (id) => {
    const result = await desk.submitSample(id);
    expect(result).toMatchObject({ submitted: true });
    ids.set(id, result.leadId);
    const lead = await desk.lead(result.leadId);
    expect(lead).toMatchObject({ state: 'submitted', revision: 1, submittedAt: sampleOf(id).at });
    expect(lead.number).toMatch(/^L-2026-000\d\d$/);
  });

  it('S02, with the code of S01, is kept as a draft and told by whom and when the first was reported', async () => {
    const result = await desk.submitSample('S02');
    expect(result).toMatchObject({
      submitted: false,
      kept: true,
      problems: [
        { field: 'uscc', because: 'alreadyReported', details: { unit: '驻苏南突击队', day: '2026-03-05' } },
      ],
    });
    expect((await desk.lead(result.leadId)).state).toBe('draft');
    ids.set('S02', result.leadId);
  });

  it('S03, of the same parent, is marked for the ruling on first report and not refused', async () => {
    const id = ids.get('S03') ?? '';
    expect((await desk.lead(id)).duplicateGrade).toBe('b');
    const [noted] = await desk.reader.find(LeadDuplicate, sql`where lead_id = ${id}`);
    expect(noted).toMatchObject({ otherId: ids.get('S01'), grade: 'b' });
    expect(noted?.grounds.split(',')).toContain('sameParent');
  });

  it('numbers run without a gap in the order of submission', async () => {
    const rows = await desk.reader.rows<{ number: string }>(
      sql`select number from lead where number is not null order by submitted_at`,
    );
    expect(rows.map(({ number }) => number)).toEqual(
      rows.map((_, i) => `L-2026-${String(i + 1).padStart(5, '0')}`),
    );
  });

  it('each got its receipt by mail, with number and time of first report', async () => {
    const mails = await desk.city.mails('lead.received');
    expect(mails).toHaveLength(samples.length - 1);
    const first = mails[0];
    expect(first?.subject).toBe('收到线索L-2026-00001');
    expect(first?.text).toContain('首报时间：2026年3月1日（星期日）17:30:00');
  });

  it('the verifier finds every revision and act as it was sealed, and names one that is changed', async () => {
    const clean = await desk.city.app.get(Verifier).verify(desk.reader);
    expect(clean.problems).toEqual([]);
    await desk.city.app.work.run(async (tx) => {
      await tx.run(sql`update lead_act set reason = 'slipped in' where lead_id = ${ids.get('S01') ?? ''}`);
    });
    const found = await desk.city.app.get(Verifier).verify(desk.reader);
    expect(JSON.stringify(found.problems)).toContain('leadAct');
  });
});

onEachDatabase('bad records', (dialect) => {
  let desk: LeadDesk;
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
  });
  afterAll(() => desk.close());

  const refused = badRecords.filter(({ id }) => !['B04', 'B22'].includes(id));

  it.each(refused.map((bad) => [bad.id, bad] as const))(
    '%s is refused and nothing is submitted',
    async (_, bad) => {
      const base = sampleOf(bad.id === 'B23' ? 'S15' : 'S04');
      const body: Body = { ...structuredClone(base.body), ...bad.context };
      const [field = '', part] = bad.field.split('.');
      body[field] = part ? { ...(body[field] as Body), [part]: bad.value } : bad.value;
      desk.clock.set(base.at);
      const viewer = await desk.viewer(base.scout);
      const before = await desk.count('lead_revision');
      const result = await desk.submissions.saveAndSubmit(viewer, null, body, {});
      expect(result.submitted).toBe(false);
      const wrong = result.submitted ? [] : result.problems.map((found) => found.field.split('[')[0]);
      expect(wrong).toContain(field);
      expect(await desk.count('lead_revision')).toBe(before);
    },
  );

  it('B04, pasted in full width, is normalised and taken', async () => {
    const bad = badRecords.find(({ id }) => id === 'B04');
    const result = await desk.submitSample('S04', { uscc: bad?.value });
    expect(result.submitted).toBe(true);
    expect((await desk.lead(result.leadId)).uscc).toBe(bad?.acceptAfterNormalise);
  });

  it('B22, the same content three seconds later, is the same lead', async () => {
    const first = await desk.submitSample('S01');
    desk.clock.advance(3_000);
    const { scout, body } = sampleOf('S01');
    expect(await desk.draft(scout, body)).toBe(first.leadId);
    desk.clock.advance(120_000);
    expect(await desk.draft(scout, body)).not.toBe(first.leadId);
  });
});

onEachDatabase('pressing twice', (dialect) => {
  let desk: LeadDesk;
  beforeEach(async () => {
    desk = await openLeadDesk(dialect);
    desk.clock.set(sampleOf('S01').at);
  });
  afterEach(() => desk.close());

  it('registers one lead, also when both presses arrive at the same instant', async () => {
    const { scout, body } = sampleOf('S01');
    const viewer = await desk.viewer(scout);
    const results = await Promise.all([1, 2, 3, 4].map(() => desk.drafts.create(viewer, body, 'a key')));
    expect(new Set(results.map((result) => (result.saved ? result.leadId : ''))).size).toBe(1);
    expect(await desk.count('lead')).toBe(1);
  });

  it('with the same key, a form that was gone back to changes the draft and loses nothing', async () => {
    const { scout, body } = sampleOf('S01');
    const id = await desk.draft(scout, body, 'a key');
    expect(await desk.draft(scout, { ...body, title: '换了名称的生产基地' }, 'a key')).toBe(id);
    expect((await desk.lead(id)).title).toBe('换了名称的生产基地');
    expect(await desk.draft(scout, body, 'a key')).toBe(id);
    expect((await desk.lead(id)).title).toBe(body['title']);
  });

  it('submits once: the same answer, one revision, one mail', async () => {
    const { scout, body } = sampleOf('S01');
    const viewer = await desk.viewer(scout);
    const id = await desk.draft(scout, body);
    const results = await Promise.all([1, 2, 3].map(() => desk.submissions.submit(viewer, id, 'k')));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await desk.reader.find(LeadRevision, sql`where lead_id = ${id}`)).toHaveLength(1);
    expect(await desk.city.mails('lead.received')).toHaveLength(1);
    await expect(desk.submissions.submit(viewer, id, 'another')).rejects.toMatchObject({
      status: 409,
      refusal: { because: 'leadNotNow' },
    });
  });

  it('two scouts who submit one code at the same instant: one is first, the other is told', async () => {
    const { body } = sampleOf('S01');
    const one = await desk.draft('scout-01', body);
    const two = await desk.draft('scout-04', body);
    const results = await Promise.all([
      desk.submissions.submit(await desk.viewer('scout-01'), one),
      desk.submissions.submit(await desk.viewer('scout-04'), two),
    ]);
    expect(results.filter(({ submitted }) => submitted)).toHaveLength(1);
    const told = results.find(({ submitted }) => !submitted);
    expect(told).toMatchObject({ problems: [{ because: 'alreadyReported' }] });
  });

  it('keeps one form of one press: draft, then submission, from one form', async () => {
    const { scout, body } = sampleOf('S01');
    const viewer = await desk.viewer(scout);
    const pressed = { creationKey: 'k', idempotencyKey: 'k' };
    const first = await desk.submissions.saveAndSubmit(viewer, null, body, pressed);
    const again = await desk.submissions.saveAndSubmit(viewer, null, body, pressed);
    expect(again).toEqual(first);
    expect(await desk.count('lead')).toBe(1);
    expect(await desk.count('lead_revision')).toBe(1);
  });
});
