/** The rows of one lead of the crowd: a line of the lead book under other names, on another day, in another state. */
import { compiled } from './program.mjs';

const places =
  '临江 滨湖 云岭 松阳 竹溪 梅陇 兰皋 桂山 枫桥 柳泉 石门 金沙 玉屏 银川 铜鼓 铁岭 清河 白水 黄岩 青田 丹霞 紫阳'.split(
    ' ',
  );
const syllables =
  '衡岚曜铸澜禾晶翊锦泽峥瀚楷珩沐辰骁璟钧颢铭恒盛泰兴隆昌茂荣华安康宁远达通顺利丰裕鼎信诚德仁义礼智嘉瑞祥和';

/** State, share in per cent, and the moves that lead there. */
const fates = [
  ['draft', 3, []],
  ['submitted', 4, ['submit']],
  ['returned', 4, ['submit', 'return']],
  ['queued', 9, ['submit', 'accept']],
  ['inReview', 2, ['submit', 'accept', 'enterRound']],
  ['admitted', 24, ['submit', 'accept', 'enterRound', 'admit']],
  ['consulting', 3, ['submit', 'accept', 'enterRound', 'consult']],
  ['resubmit', 4, ['submit', 'accept', 'enterRound', 'resubmit']],
  ['deferred', 10, ['submit', 'accept', 'enterRound', 'defer']],
  ['rejected', 28, ['submit', 'accept', 'enterRound', 'reject']],
  ['withdrawn', 6, ['submit', 'withdraw']],
  ['merged', 3, ['submit', 'merge']],
].flatMap(([state, share, moves]) => Array.from({ length: share }, () => ({ state, moves })));

/** Who judges a lead, as often as here. */
const tiers = [
  ['park', 5],
  ['county', 6],
  ['city', 8],
  ['leading', 1],
].flatMap(([tier, share]) => Array.from({ length: share }, () => tier));

const after = {
  submit: 'submitted',
  return: 'returned',
  accept: 'queued',
  enterRound: 'inReview',
  admit: 'admitted',
  consult: 'consulting',
  resubmit: 'resubmit',
  defer: 'deferred',
  reject: 'rejected',
  withdraw: 'withdrawn',
  merge: 'merged',
};

/** The years over which the crowd was reported, up to the day before today. */
const days = 900;
const day = 86_400_000;
const live = new Set([
  'submitted',
  'returned',
  'queued',
  'inReview',
  'admitted',
  'consulting',
  'resubmit',
  'deferred',
]);

/**
 * @param given what all of the crowd share: `like` (a lead, revision and act to copy what is not told apart here),
 *   `hosts` (ids by code), `scouts` (people by account), `signatures`, `secretary`, `segments` (ids of a gap and
 *   of a filled one)
 * @returns a function that makes the rows of lead number `at`, the same for the same number
 */
export function crowdOf(given) {
  const { leadBook, demoCreditCode } = compiled('demo/lead-book');
  const { readContent } = compiled('domain/lead/content');
  const book = leadBook({ year: 2026, month: 3, day: '2026-02-20' }).map(({ scout, body }) => ({
    scout,
    content: readContent(body).content,
  }));
  const make = { ...given, demoCreditCode };
  return (at) => rowsOf(make, book[at % book.length], at);
}

function rowsOf(make, { scout, content: line }, at) {
  const chance = chanceFrom(at);
  const { state, moves } = fates[Math.floor(chance() * fates.length)];
  const { columnsOf, contentText } = compiled('leads/lead-columns');
  const { tabOf } = compiled('leads/lead-tabs');
  const content = renamed(make, line, at, chance);
  const text = contentText(content);
  const { digestOfText } = compiled('ledger/chain');
  const signature = make.signatures.of(content);
  const columns = snakeCased(columnsOf(content, signature));
  const registered = make.today - day - Math.floor(chance() * days * day);
  const moments = moves.map((_, nth) => iso(registered + nth * day * 0.4));
  const created = iso(registered);
  const submitted = moments[0] ?? null;
  const person = make.scouts.get(scout);
  const year = new Date(registered).getUTCFullYear();
  const hosts = content.intendedHosts.map((code) => make.hosts.get(code));
  const id = idAt(registered, chance);
  const lead = {
    ...make.like.lead,
    ...columns,
    id,
    // Beyond the numbers that the services have drawn this year.
    number: submitted && `L-${year}-${String(10_000 + at)}`,
    state,
    tab: tabOf(state),
    claimed_uscc: submitted && live.has(state) ? columns.uscc : null,
    scout_id: person.id,
    scout_unit_id: person.unitId,
    first_host_id: hosts[0] ?? null,
    revision: submitted ? 1 : 0,
    content: text,
    content_digest: digestOfText(text),
    creation_key: digestOfText(`crowd ${at}`),
    creation_digest: digestOfText(text),
    duplicate_grade: at % 37 === 0 ? 'c' : null,
    tier: submitted && tiers[Math.floor(chanceFrom(at + 0x10000000)() * tiers.length)],
    round_id: null,
    created_at: created,
    updated_at: moments.at(-1) ?? created,
    listed_at: submitted ?? created,
    state_at: moments.at(-1) ?? created,
    submitted_at: submitted,
    accepted_at: moves[1] === 'accept' ? moments[1] : null,
  };
  return {
    lead: [lead],
    lead_host: hosts.map((host, nth) => ({ lead_id: id, position: nth + 1, host_id: host })),
    lead_revision: submitted ? [revisionOf(make, lead, person, idAt(registered, chance))] : [],
    lead_act: moves.map((move, nth) =>
      actOf(make, lead, person, { move, nth, before: moves[nth - 1], at: moments[nth] }, chance),
    ),
    lead_gram: gramsOf(lead),
    chain_lead_segment: submitted ? segmentsOf(make, id, at) : [],
    lead_name: submitted ? compiled('leads/lead-names').namesOf(id, signature).map(snakeCased) : [],
    ...claimRows(make, lead, person, moves, moments, chance),
  };
}

/** The first report of a lead that is still in the way of others, as the services would have left it by now. */
function claimRows(make, lead, person, moves, moments, chance) {
  if (!lead.submitted_at || !live.has(lead.state)) return { claim: [], claim_act: [] };
  const id = idAt(Date.parse(lead.submitted_at), chance);
  const symbols = Array.from(
    { length: 16 },
    () => '0123456789abcdefghjkmnpqrstvwxyz'[Math.floor(chance() * 32)],
  );
  // Followed up within the month before the benchmark, so that no job has anything to do while it is measured.
  const followed = moves.includes('accept') ? iso(make.today - Math.floor(chance() * 20) * day) : null;
  const later = (days) => followed && iso(Date.parse(followed) + days * day);
  const claim = {
    id,
    lead_id: lead.id,
    state: followed ? 'protected' : 'reported',
    reported_at: lead.submitted_at,
    scout_id: person.id,
    scout_name: person.name,
    unit_name: person.unitName,
    receipt_code: symbols.join('').match(/.{4}/g).join('-'),
    protected_from: followed,
    protected_until: later(90),
    followed_at: followed,
    amber_at: later(30),
    lapses_at: later(60),
    warned_at: null,
    changed_at: moments.at(-1),
  };
  const act = (position, move, state, at) => ({
    id: idAt(Date.parse(at), chance),
    claim_id: id,
    position,
    move,
    to_state: state,
    by_id: person.id,
    by_label: person.label,
    at,
    reason: null,
  });
  const acts = [act(1, 'report', 'reported', lead.submitted_at)];
  if (followed) acts.push(act(2, 'protect', 'protected', moments[1]));
  return { claim: [claim], claim_act: acts };
}

/** Of a hundred leads four speak of what the city looks for, and twelve of another segment. */
function segmentsOf({ segments }, leadId, at) {
  const said = at % 25 === 3 ? segments.gap : at % 25 > 21 ? segments.filled : null;
  return said === null ? [] : [{ lead_id: leadId, segment_id: said }];
}

function renamed({ demoCreditCode }, line, at, chance) {
  const place = places[Math.floor(chance() * places.length)];
  const name = [0, 0].map(() => syllables[Math.floor(chance() * syllables.length)]).join('');
  const factor = 0.4 + chance() * 1.8;
  const scaled = (amount) =>
    amount === null ? null : String(Math.max(1, Math.round(Number(amount) * factor)));
  const mobile = `15${String(420_000_000 + at).padStart(9, '0')}`;
  return {
    ...line,
    title: `${place}${line.title}`.slice(0, 60),
    investorName: `${place}${name}${line.investorName.slice(2)}`,
    uscc: line.uscc === null ? null : codeOf(demoCreditCode, line.uscc.slice(2, 8), at),
    totalInvestmentWan: scaled(line.totalInvestmentWan),
    fixedAssetWan: scaled(line.fixedAssetWan),
    contact: { ...line.contact, mobile },
  };
}

/** The book's codes have room for four symbols: ten thousand leads, so the region tells further ones apart. */
function codeOf(demoCreditCode, region, at) {
  const serial = (at % 46_656).toString(36).toUpperCase().padStart(4, 'A');
  const other = String((Number(region) + 7 * Math.floor(at / 46_656)) % 1_000_000).padStart(6, '0');
  return demoCreditCode(other, serial);
}

function revisionOf({ like }, lead, person, id) {
  return {
    ...like.revision,
    id,
    lead_id: lead.id,
    number: 1,
    content: lead.content,
    digest: lead.content_digest,
    submitted_at: lead.submitted_at,
    submitted_by: person.id,
    idempotency_key: null,
  };
}

function actOf({ like, secretary }, lead, person, { move, nth, before, at }, chance) {
  const own = move === 'submit' || move === 'withdraw';
  return {
    ...like.act,
    id: idAt(Date.parse(at), chance),
    lead_id: lead.id,
    position: nth + 1,
    move,
    from_state: before ? after[before] : 'draft',
    to_state: after[move],
    by_id: own ? person.id : secretary.id,
    by_label: own ? person.label : secretary.label,
    at,
    reason: null,
    revision: 1,
    other_lead_id: null,
  };
}

/** Leads are found by their pairs once they have been submitted. */
function gramsOf({
  id,
  revision,
  listed_at: listedAt,
  title,
  investor_name: investorName,
  investor_key: investorKey,
}) {
  if (revision === 0) return [];
  const { gramsOfLead } = compiled('leads/lead-grams');
  return gramsOfLead({ title, investorName, investorKey }).map((gram) => ({
    gram,
    listed_at: listedAt,
    lead_id: id,
  }));
}

function snakeCased(row) {
  const name = (property) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(row).map(([property, value]) => [name(property), value]));
}

const symbols = '0123456789abcdefghjkmnpqrstvwxyz';

function idAt(milliseconds, chance) {
  let rest = Math.floor(milliseconds);
  let time = '';
  for (let place = 0; place < 10; place += 1, rest = Math.floor(rest / 32)) time = symbols[rest % 32] + time;
  return time + Array.from({ length: 16 }, () => symbols[Math.floor(chance() * 32)]).join('');
}

const iso = (milliseconds) => new Date(Math.floor(milliseconds)).toISOString();

/** Chance that is the same for the same lead (mulberry32), so that two machines measure the same data. */
function chanceFrom(at) {
  let state = (at + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
