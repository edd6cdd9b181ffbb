import { ProjectRecords } from '../../../src/cage/project-records';
import type { Source } from '../../../src/database/source';
import { sql } from '../../../src/database/sql';
import { LEDGER_ELEMENTS } from '../../../src/domain/elements/element-units';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { DrawMovers } from '../../../src/elements/draw-movers.service';
import { DrawingLeadsQueries } from '../../../src/elements/drawing-leads.queries';
import { LeadDraws } from '../../../src/elements/lead-draws.service';
import { HostDraws } from '../../../src/hosts/host-draws.service';
import { HostProfilesQueries } from '../../../src/hosts/host-profiles.queries';
import { Ledger } from '../../../src/ledger/ledger';
import { LedgerQueries } from '../../../src/ledger/ledger.queries';
import { LeadDraftsService } from '../../../src/leads/lead-drafts.service';
import { LeadSubmissionsService } from '../../../src/leads/lead-submissions.service';
import { LeadAnswersService } from '../../../src/leads/lead-answers.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('what leads draw on hosts, carried along', (dialect) => {
  let city: TestCity;
  let leadId: string;
  const hostId = (code: string): string => city.city.hosts.get(code) ?? '';

  beforeAll(async () => {
    city = await foundCity(dialect);
    const [entry] = city.book().filter(({ body }) => Number(body['landMu']) > 0 && !body['hazardousProcess']);
    if (!entry) throw new Error('No lead of the book asks for land');
    const body = {
      ...entry.body,
      landMu: '50',
      landUse: 'industrial',
      intendedHosts: ['park-ed', 'park-ht'],
    };
    leadId = await city.acts.report({ ...entry, body });
    for (const code of ['park-ed', 'park-ht']) await profile(code, {});
  });
  afterAll(() => city?.close());

  /** A book that has just been added up from the rows. */
  function addedUp(): LeadDraws {
    const { app } = city;
    return new LeadDraws(
      app.reader,
      app.get(LedgerQueries),
      new HostDraws(),
      app.get(HostProfilesQueries),
      app.get(DrawingLeadsQueries),
      app.get(DrawMovers),
    );
  }

  /** Every sum, in words. */
  async function read(draws: LeadDraws, source: Source = city.app.reader): Promise<string[]> {
    const drawn = await draws.on(source);
    return [...city.city.hosts].flatMap(([code, id]) => {
      const found = drawn(id, []);
      return LEDGER_ELEMENTS.flatMap((element) => {
        const { admitted, pending } = found.get(element) ?? {};
        const sums = [admitted, pending].map((sum) => sum?.toDecimal(1) ?? '0.0');
        return sums.some((sum) => sum !== '0.0') ? [`${code} ${element} ${sums.join(' ')}`] : [];
      });
    });
  }

  /** Does something, and tells what the running program says afterwards; it has to be what a new one would say. */
  async function after(act: () => Promise<unknown>): Promise<string[]> {
    const running = city.app.get(LeadDraws);
    await running.on(city.app.reader);
    const readAll = jest.spyOn(city.app.get(DrawingLeadsQueries), 'idsAfter');
    await act();
    const found = await read(running);
    expect(readAll).not.toHaveBeenCalled();
    readAll.mockRestore();
    expect(found).toEqual(await read(addedUp()));
    return found;
  }

  async function profile(code: string, body: Record<string, unknown>): Promise<void> {
    const account = { 'park-ed': 'host-01', 'park-ht': 'host-02' }[code] ?? '';
    const visitor = await city.app.signedIn(account);
    const known = await city.app.get(HostProfilesQueries).ofHost(hostId(code));
    const answer = await visitor.post(`/hosts/${hostId(code)}/profile`, {
      basedOn: String(known?.version ?? 0),
      ...body,
    });
    expect(answer.statusCode).toBe(303);
  }

  const decline = async (): Promise<void> => {
    await city.app.get(LeadAnswersService).stateAsHost(await city.acts.viewer('host-01'), leadId, {
      verdict: 'decline',
      reasonCode: 'noLand',
      text: '今年没有连片工业用地。',
      remedy: '改为租用标准厂房可以承接。',
      conditions: [],
    });
  };

  it('follows a lead from the queue to a host, to another, through an answer, and out of the figures', async () => {
    const none = await after(() => Promise.resolve());
    expect(none.filter((line) => line.includes(' land '))).toEqual([]);
    const accepted = await after(() => city.acts.decideIntake('secretary-01', leadId, 'accept'));
    expect(accepted).toContain('park-ed land 0.0 50.0');
    const declined = await after(decline);
    expect(declined).toContain('park-ht land 0.0 50.0');
    expect(declined.join()).not.toContain('park-ed land');
    const answered = await after(async () =>
      city.app.get(LeadAnswersService).answerElement(await city.acts.viewer('supporter-01'), leadId, {
        element: 'land',
        verdict: 'yes',
        quantity: '30.5',
        unit: '亩',
        availableOn: '2026-09-01',
        text: '可供地。',
      }),
    );
    expect(answered).toContain('park-ht land 0.0 30.5');
    const number = await city.app.reader.one<{ number: string }>(
      sql`select number from lead where id = ${leadId}`,
    );
    const settled = await after(() => profile('park-ht', { settledLeads: number?.number ?? '' }));
    expect(settled.join()).not.toContain('park-ht land');
    expect(await after(() => profile('park-ht', { settledLeads: '' }))).toContain('park-ht land 0.0 30.5');
  });

  it('takes a lead over to the admitted, and off when its project leaves the cage', async () => {
    const leadIds = [leadId];
    const deadlineAt = toInstant(msOf(city.app.clock.now()) + 5 * 86_400_000);
    const round = { title: '测试轮次', deadlineAt, panelId: city.city.panelId, leadIds };
    const admitted = await after(async () => {
      const id = await city.acts.openRound('secretary-01', round);
      await city.allVote({ id, leadIds, deadlineAt }, ['strong']);
      await city.acts.close('secretary-01', id);
      await city.acts.announce('secretary-01', id);
    });
    expect(admitted).toContain('park-ht land 30.5 0.0');
    const { work, clock } = city.app;
    const exit = (): Promise<unknown> =>
      work.run(async (tx) => {
        const projects = city.app.get(ProjectRecords);
        const project = (await projects.ofLeads(tx, [leadId])).get(leadId);
        if (!project) throw new Error('The lead has no project');
        const actor = { personId: null, label: 'test' };
        await projects.exit(tx, project, clock.now(), { kind: 'project.exited', actor, facts: {} });
      });
    expect((await after(exit)).join()).not.toContain('park-ht land');
  });

  it('counts what was handed in of a lead that its scout is completing, until it is handed in again', async () => {
    const [entry] = city.book().slice(5, 6);
    const body = { ...entry?.body, landMu: '20', landUse: 'industrial', intendedHosts: ['park-ed'] };
    const other = await city.acts.report({ scout: entry?.scout ?? '', body });
    await city.acts.decideIntake('secretary-01', other, 'accept');
    const deadlineAt = toInstant(msOf(city.app.clock.now()) + 5 * 86_400_000);
    const round = { title: '再一轮', deadlineAt, panelId: city.city.panelId, leadIds: [other] };
    const before = await after(async () => {
      const id = await city.acts.openRound('secretary-01', round);
      await city.allVote({ id, leadIds: [other], deadlineAt }, ['doubtful']);
      await city.acts.close('secretary-01', id);
      await city.acts.ruleOnDoubts('leader-01', id, ['resubmit']);
      await city.acts.announce('secretary-01', id);
    });
    const state = sql`select state from lead where id = ${other}`;
    expect(await city.app.reader.one(state)).toEqual({ state: 'resubmit' });
    expect(before).toContain('park-ed land 0.0 20.0');
    const scout = await city.acts.viewer(entry?.scout ?? '');
    const typed = { ...body, landMu: '90', intendedHosts: ['park-ht'] };
    const drafted = await after(() => city.app.get(LeadDraftsService).save(scout, other, typed));
    expect(drafted).toEqual(before);
    const handedIn = await after(() => city.app.get(LeadSubmissionsService).submit(scout, other));
    expect(handedIn.join()).not.toContain('park-ed land');
    await city.acts.decideIntake('secretary-01', other, 'accept');
    expect(await after(() => Promise.resolve())).toContain('park-ht land 0.0 90.0');
    await after(() => city.acts.withdraw(other, '投资方改变计划'));
  });

  it('shows a running unit its own change, and others only what is committed', async () => {
    const [entry] = city.book().slice(3, 4);
    const body = { ...entry?.body, landMu: '12', landUse: 'industrial', intendedHosts: ['park-ed'] };
    const other = await city.acts.report({ scout: entry?.scout ?? '', body });
    const draws = city.app.get(LeadDraws);
    await city.acts.decideIntake('secretary-01', other, 'accept');
    const before = await read(draws);
    expect(before).toContain('park-ed land 0.0 12.0');
    await city.app.work
      .run(async (tx) => {
        await tx.run(sql`update lead set state = 'withdrawn' where id = ${other}`);
        const [act] = await tx.rows<{ id: string }>(
          sql`select id from lead_act where lead_id = ${other} limit 1`,
        );
        await city.app.get(Ledger).append(tx, {
          kind: 'lead.withdraw',
          actor: { personId: null, label: 'test' },
          subject: { type: 'leadAct', id: act?.id ?? '' },
        });
        expect((await read(draws, tx)).join()).not.toContain('park-ed land');
        throw new Error('taken back');
      })
      .catch((error: Error) => expect(error.message).toBe('taken back'));
    expect(await read(draws)).toEqual(before);
  });
});
