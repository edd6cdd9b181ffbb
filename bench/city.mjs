/**
 * `node bench/city.mjs`: the part of the benchmark's data that the program's own services make: the demo city, a panel
 * of 15 seats, rounds of 20 leads each: one to vote in and twelve in which everything is cast, to be closed. Run as a
 * process of its own, so that the process that measures stays small.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { cityPlace, stampOfData } from './environment.mjs';
import { manufacturingLeads } from './leads-by-the-book.mjs';
import { compiled, openProgram, service, viewerOf } from './program.mjs';
import { progress } from './progress.mjs';

/** The first is closed to warm up, five by the service alone, five by request; one is left over for a second look. */
const roundsToClose = 12;
const leadsInRound = 20;
const extraSeats = [
  ['park', 'park-chem'],
  ['institute', 'university'],
  ['enterprise', 'lanjiang'],
  ['enterprise', 'hengling'],
  ['support', 'industry'],
];
const founder = { personId: null, label: '系统初始化' };
/** The round that is voted in is open so long; then the data is made anew. */
const open = 20 * 86_400_000;
const deadlineAt = new Date(Date.now() + open).toISOString();

rmSync(cityPlace.folder, { recursive: true, force: true });
mkdirSync(cityPlace.folder, { recursive: true });
const app = await openProgram(cityPlace, { migrate: true });
const { sql } = compiled('database/sql');
const reader = service(app, 'database/reader', 'Reader');
const work = service(app, 'database/unit-of-work', 'UnitOfWork');

const city = await service(app, 'demo/founding', 'Founding').found();
const secretary = await viewerOf(app, 'secretary-01');
const panelId = await largePanel();
const leadIds = await queuedLeads((roundsToClose + 1) * leadsInRound + 10);
const answered = await answers(leadIds[0]);
const [voting, ...closing] = await rounds(leadIds);
const receipts = await ballots(voting, { items: 5 });
await castAll(closing);
await service(app, 'mail/mail.worker', 'MailWorker').deliverDue();
writeFileSync(
  cityPlace.facts,
  JSON.stringify({
    stamp: stampOfData(),
    goodUntil: new Date(Date.now() + open - 86_400_000).toISOString(),
    secretary: secretary.personId,
    leadId: answered,
    voting,
    closing,
    receipt: receipts[0],
  }),
);
await app.close();

/** The demo city's seats and five more: 15 in all. */
async function largePanel() {
  const { seats, chair } = compiled('demo/yijiang');
  const people = service(app, 'people/people.service', 'PeopleService');
  const more = [];
  for (const [at, [kind, unit]] of extraSeats.entries()) {
    const account = `panelist-9${at}`;
    const person = {
      account,
      name: `评委${at}`,
      post: '专家',
      email: `${account}@yijiang.example`,
      roles: ['panelist'],
    };
    const holderId = await people.addPerson(founder, { ...person, unitId: city.units.get(unit) });
    more.push({ kind, unitId: city.units.get(unit), holderId });
  }
  const own = seats.map(({ kind, unit, holder, function: duty }) => ({
    kind,
    unitId: city.units.get(unit),
    function: duty ?? null,
    holderId: city.people.get(holder),
  }));
  const plan = { name: '十五席专班', chairId: city.people.get(chair), seats: [...own, ...more] };
  return work.run((tx) => service(app, 'panels/panels.service', 'PanelsService').create(tx, plan, founder));
}

async function queuedLeads(count) {
  const submissions = service(app, 'leads/lead-submissions.service', 'LeadSubmissionsService');
  const intake = service(app, 'leads/lead-intake.service', 'LeadIntakeService');
  const told = progress('leads handed in and accepted', count);
  const scouts = new Map();
  const ids = [];
  for (const { scout, body } of manufacturingLeads()) {
    if (ids.length === count) break;
    if (!scouts.has(scout)) scouts.set(scout, await viewerOf(app, scout));
    const result = await submissions.saveAndSubmit(scouts.get(scout), null, body, {});
    if (!result.submitted) throw new Error(`${body.title}: ${JSON.stringify(result.problems)}`);
    await intake.decide(secretary, result.leadId, { verdict: 'accept', reason: '', mergeInto: '' });
    ids.push(result.leadId);
    told.at(ids.length);
  }
  told.done();
  return ids;
}

/** What the first host and two departments say of a lead, so that its pages have something to show. */
async function answers(leadId) {
  const service_ = service(app, 'leads/lead-answers.service', 'LeadAnswersService');
  const [host] = await reader.rows(
    sql`select person.account from lead join host on host.id = lead.first_host_id
        join person on person.unit_id = host.unit_id where lead.id = ${leadId} and person.roles = 'host'`,
  );
  const accept = { verdict: 'accept', reasonCode: null, text: '园区现有净地，可随时对接选址。' };
  await service_.stateAsHost(await viewerOf(app, host.account), leadId, accept);
  const land = {
    element: 'land',
    verdict: 'yes',
    quantity: '80',
    unit: '亩',
    availableOn: null,
    text: '在近期供地计划内。',
  };
  await service_.answerElement(await viewerOf(app, 'supporter-01'), leadId, land);
  const power = {
    element: 'energy',
    verdict: 'conditional',
    quantity: null,
    unit: null,
    availableOn: null,
    text: '需落实用能指标。',
  };
  await service_.answerElement(await viewerOf(app, 'supporter-04'), leadId, power);
  return leadId;
}

async function rounds(ids) {
  const service_ = service(app, 'rounds/rounds.service', 'RoundsService');
  const versions = await service(app, 'rubrics/rubrics.queries', 'RubricsQueries').versions();
  const rubricVersionId = versions.find(
    ({ code, state }) => code === 'manufacturing' && state === 'published',
  ).id;
  const made = [];
  const told = progress('rounds opened', roundsToClose + 1);
  for (let at = 0; at <= roundsToClose; at += 1) {
    const leads = ids.slice(at * leadsInRound, (at + 1) * leadsInRound);
    const plan = { title: `第${at + 1}次集中预审`, rubricVersionId, panelId, deadlineAt, leadIds: leads };
    const { id } = await service_.plan(secretary, plan);
    await service_.open(secretary, id);
    made.push(await roundFacts(id));
    told.at(at);
  }
  told.done();
  return made;
}

/** Seats with the link that was mailed to each, and items in their order. */
async function roundFacts(id) {
  const items = await reader.rows(sql`select id from round_item where round_id = ${id} order by position`);
  const seats = await reader.rows(
    sql`select round_seat.id as "roundSeatId", round_seat.kind, round_seat.holder_id as "personId",
          mailed_link.id as "linkId" from round_seat
        join mailed_link on mailed_link.round_seat_id = round_seat.id
        where round_seat.round_id = ${id} order by round_seat.position`,
  );
  const { content } = await rubricOf(id);
  const criteriaOf = (kind) =>
    content.criteria.filter(({ kinds }) => kinds.includes(kind)).map(({ code }) => code);
  return {
    id,
    items: items.map((item) => item.id),
    seats: seats.map((seat) => ({ ...seat, criteria: criteriaOf(seat.kind) })),
  };
}

async function rubricOf(roundId) {
  const [row] = await reader.rows(sql`select rubric_version_id as id from round where id = ${roundId}`);
  return service(app, 'rubrics/rubrics.queries', 'RubricsQueries').version(row.id);
}

async function castAll(all) {
  const told = progress('ballots cast', all.length * leadsInRound * 15);
  let done = 0;
  for (const round of all) {
    await ballots(round, { items: leadsInRound });
    told.at((done += leadsInRound * 15));
  }
  told.done();
}

async function ballots(round, { items }) {
  const service_ = service(app, 'ballots/ballots.service', 'BallotsService');
  const codes = [];
  for (const [row, itemId] of round.items.slice(0, items).entries()) {
    for (const [at, { criteria, kind: _, ...link }] of round.seats.entries()) {
      const seat = { ...link, roundId: round.id };
      const scores = Object.fromEntries(
        criteria.map((code, nth) => [code, String(2 + ((row + at + nth) % 3))]),
      );
      const vote = ['agree', 'agree', 'agree', 'supplement', 'against'][
        (row * 7 + at) % (row % 3 === 0 ? 5 : 4)
      ];
      const comment = vote === 'agree' ? '' : '请补充环评与用能落实方案，并说明分期投资的资金到位安排。';
      const typed = { scores, na: {}, reasons: {}, vote, comment, note: '' };
      const result = await service_.cast(seat, { itemId, typed, key: randomUUID(), device: 'bench' });
      if (result.problems) throw new Error(`A ballot was not taken: ${JSON.stringify(result.problems)}`);
      codes.push(result.taken.receiptCode);
    }
  }
  return codes;
}
