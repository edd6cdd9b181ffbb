import { sql } from '../../../src/database/sql';
import { IMPORT_JOB } from '../../../src/exchange/lead-import-work.service';
import { Jobs } from '../../../src/jobs/jobs';
import { retention } from '../../../src/domain/privacy/retention';
import { LeadsService } from '../../../src/leads/leads.service';
import { LegalHoldsService } from '../../../src/privacy/legal-holds.service';
import { RetentionService } from '../../../src/privacy/retention.service';
import { CitySettingsService } from '../../../src/settings/city-settings.service';
import { openLeadDesk, sampleOf, type LeadDesk } from '../leads/lead-desk';
import { onEachDatabase } from '../../support/databases';
import { completeRow, sheetOf } from '../../web/exchange/sheets';

const day = 86_400_000;

onEachDatabase('the contacts in the rows of an imported spreadsheet', (dialect) => {
  let desk: LeadDesk;
  let leads: string[];
  const mobile = (sampleOf('S01').body['contact'] as { mobile: string }).mobile;
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    const admin = await desk.city.acts.viewer('admin-01');
    await desk.city.app.get(CitySettingsService).change(admin, retention, {
      value: { accessLogMonths: 12, contactMonths: 1 },
      basedOn: 0,
      reason: '试验',
    });
    const scout = await desk.city.app.signedIn('scout-01');
    const content = await sheetOf([completeRow(1), completeRow(2), completeRow(3)]);
    const file = { field: 'sheet', name: '线索.xlsx', type: 'application/octet-stream', content };
    const answer = await scout.upload('/leads/imports', {}, [file]);
    await settle();
    const at = String(answer.headers.location);
    await scout.post(`${at}/application`, { which: 'clean', as: 'submitted' });
    await settle();
    leads = (
      await desk.reader.rows<{ id: string }>(sql`select lead_id as id from lead_import_row order by position`)
    ).map(({ id }) => id);
  });
  afterAll(() => desk.close());

  const settle = async (): Promise<void> => {
    for (;;) {
      const open = await desk.reader.one(
        sql`select id from lead_import where state in ('checking', 'applying') limit 1`,
      );
      if (!open) return;
      await desk.city.app.get(Jobs).runNow(IMPORT_JOB);
    }
  };
  const rowsWithContact = async (): Promise<number[]> => {
    const rows = await desk.reader.rows<{ position: number; record: string; problems: string }>(
      sql`select position, record, problems from lead_import_row order by position`,
    );
    return rows
      .filter(({ record, problems }) => `${record}${problems}`.includes(mobile))
      .map(({ position }) => position);
  };
  const run = () => desk.city.app.get(RetentionService).run(desk.clock.now());
  const later = (days: number): void =>
    desk.clock.set(new Date(Date.parse(desk.clock.now()) + days * day).toISOString());

  it('are there as long as nothing has to go (control)', async () => {
    expect(leads.filter(Boolean)).toHaveLength(3);
    expect(await rowsWithContact()).toHaveLength(3);
    expect(await run()).toMatchObject({ copies: 0 });
    expect(await rowsWithContact()).toHaveLength(3);
  });

  it('go with those of the lead, in the same run, and the rest of the row stays to be read', async () => {
    const scout = await desk.city.acts.viewer('scout-01');
    const first = leads[0] ?? '';
    await desk.city.app.get(LeadsService).withdraw(scout, first, '企业改投他处');
    // The sheet is as old as the withdrawal, but for a minute: only the lead is due.
    await desk.city.app.work.run((tx) =>
      tx.run(
        sql`update lead_import set created_at = ${new Date(Date.parse(desk.clock.now()) + 2 * day).toISOString()}`,
      ),
    );
    later(32);
    expect(await run()).toMatchObject({ leads: 1, copies: 1 });
    const [, second, third] = await desk.reader.rows<{ position: number }>(
      sql`select position from lead_import_row order by position`,
    );
    expect(await rowsWithContact()).toEqual([second?.position, third?.position]);
    const row = await desk.reader.one<{ record: string }>(
      sql`select record from lead_import_row where lead_id = ${first}`,
    );
    expect(row?.record).toContain('热泵压缩机扩建项目');
    expect(row?.record).not.toContain('contact[');
    expect(await run()).toMatchObject({ leads: 0, copies: 0 });
  });

  it('go when they are as old as contacts are kept, except of a lead that is held back', async () => {
    const held = leads[1] ?? '';
    const number = await desk.reader.one<{ number: string }>(sql`select number from lead where id = ${held}`);
    const secretary = await desk.city.acts.viewer('secretary-01');
    await desk.city.app.get(LegalHoldsService).set(secretary, number?.number ?? '', '首报争议尚未裁定');
    later(3);
    expect(await run()).toMatchObject({ copies: 1 });
    expect(await rowsWithContact()).toHaveLength(1);
    const hold = await desk.reader.one<{ id: string }>(sql`select id from legal_hold`);
    await desk.city.app.get(LegalHoldsService).lift(secretary, hold?.id ?? '', '已裁定');
    expect(await run()).toMatchObject({ copies: 1 });
    expect(await rowsWithContact()).toEqual([]);
    const [line] = await desk.reader.rows<{ copies: number }>(
      sql`select copies from retention_run order by at desc, id desc`,
    );
    expect(line?.copies).toBe(1);
  });
});
