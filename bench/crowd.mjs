/**
 * `node bench/crowd.mjs SIZE`: brings the city to SIZE leads. Only this crowd is made by inserts; whatever is voted on,
 * looked at or closed in the benchmark was made by the program's services before. The crowd's rows come from the
 * program's own functions (columns, search pairs), so lists and searches find in them what they would find in real ones.
 */
import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cityPlace, environmentFor, placeOf } from './environment.mjs';
import { crowdOf } from './crowd-rows.mjs';
import { compiled } from './program.mjs';
import { progress, say } from './progress.mjs';

const size = Number(process.argv[2]);
const place = placeOf(size);
rmSync(place.folder, { recursive: true, force: true });
mkdirSync(place.folder, { recursive: true });
for (const tail of ['', '-wal'])
  if (existsSync(cityPlace.file + tail)) cpSync(cityPlace.file + tail, place.file + tail);

const database = new Database(place.file);
// Made once and thrown away when it fails, so it need not be safe at every moment.
for (const pragma of [
  'journal_mode = OFF',
  'synchronous = OFF',
  'cache_size = -400000',
  'foreign_keys = OFF',
])
  database.pragma(pragma);

const one = (text, ...values) => database.prepare(text).get(...values);
const all = (text) => database.prepare(text).all();
const existing = one('select count(*) as n from lead').n;
database.exec('create temp table gram_heap (gram, listed_at, lead_id)');
const inserts = new Map();
const segments = lookedFor();
const crowd = crowdOf(shared());
const told = progress(`a city of ${size.toLocaleString('en')} leads`, size);
database.exec('begin');
for (let at = existing; at < size; at += 1) {
  const rows = crowd(at);
  for (const [table, list] of Object.entries(rows)) for (const row of list) insert(table, row);
  told.at(at);
}
database.exec('commit');
database.exec(`update lead set wanted = case when id in (select lead_id from chain_lead_segment where segment_id = '${segments.gap}')
  or investor_key in (select name_key from target_firm) then 1 else 0 end where revision > 0`);
// In the order of the table's key: a hundred thousand leads have four million pairs.
database.exec(
  'insert into lead_gram (gram, listed_at, lead_id) select * from gram_heap order by gram, listed_at, lead_id',
);
told.done();
say('analysing …\n');
database.pragma('foreign_keys = ON');
const broken = all('pragma foreign_key_check');
if (broken.length > 0) throw new Error(`The crowd breaks ${broken.length} references`);
database.exec('analyze');
database.pragma('journal_mode = WAL');
database.close();
writeFileSync(
  place.facts,
  JSON.stringify({ ...JSON.parse(readFileSync(cityPlace.facts, 'utf8')), leads: size }),
);

function insert(table, row) {
  const into = table === 'lead_gram' ? 'gram_heap' : table;
  let statement = inserts.get(into);
  if (!statement) {
    const columns = Object.keys(row);
    const text = `insert into ${into} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`;
    inserts.set(into, (statement = database.prepare(text)));
  }
  statement.run(row);
}

/** What the list's filter of leads that are looked for starts from: a gap in a chain, and thirty target firms. */
function lookedFor() {
  const chain = one('select id from chain order by id limit 1').id;
  const ids = { gap: 'segment-gap', filled: 'segment-filled' };
  for (const [at, [id, isGap]] of [
    [ids.gap, 1],
    [ids.filled, 0],
  ].entries())
    insert('chain_segment', {
      ...{ id, chain_id: chain, place: 'mid', position: at + 1, name: id, words: '' },
      ...{ is_gap: isGap, wanted: isGap === 1 ? '核心部件' : '' },
    });
  const firms = all('select distinct investor_key, investor_name from lead where revision > 0 limit 30');
  for (const [at, { investor_key: key, investor_name: name }] of firms.entries())
    insert('target_firm', {
      ...{ id: `firm-${at}`, chain_id: chain, segment_id: null, name, name_key: key, uscc: null },
      ...{ region: '', note: '', state: 'planned', updated_at: new Date().toISOString() },
    });
  return ids;
}

function shared() {
  const { LeadSignatures } = compiled('leads/lead-signatures');
  const { readConfig } = compiled('config/config');
  const lead = one("select * from lead where state = 'queued' limit 1");
  const secretary = one("select id, name from person where account = 'secretary-01'");
  const scouts = all(
    `select person.id, person.account, person.name, unit.id as unitId, unit.name as unitName
     from person join unit on unit.id = person.unit_id where person.roles = 'scout'`,
  );
  return {
    like: {
      lead,
      revision: one('select * from lead_revision where lead_id = ?', lead.id),
      act: one('select * from lead_act where lead_id = ?', lead.id),
    },
    hosts: new Map(all('select code, id from host').map(({ code, id }) => [code, id])),
    scouts: new Map(
      scouts.map((scout) => [scout.account, { ...scout, label: `${scout.name}（${scout.unitName}）` }]),
    ),
    secretary: { id: secretary.id, label: secretary.name },
    segments,
    signatures: new LeadSignatures(readConfig(environmentFor(place, 0))),
    today: new Date(new Date().toISOString().slice(0, 10)).getTime(),
  };
}
