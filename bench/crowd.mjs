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
const crowd = crowdOf(shared());
database.exec('create temp table gram_heap (gram, listed_at, lead_id)');
const told = progress(`a city of ${size.toLocaleString('en')} leads`, size);
database.exec('begin');
const inserts = new Map();
for (let at = existing; at < size; at += 1) {
  const rows = crowd(at);
  for (const [table, list] of Object.entries(rows)) for (const row of list) insert(table, row);
  told.at(at);
}
database.exec('commit');
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
    signatures: new LeadSignatures(readConfig(environmentFor(place, 0))),
    today: new Date(new Date().toISOString().slice(0, 10)).getTime(),
  };
}
