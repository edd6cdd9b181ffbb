/**
 * `node bench/duplicates.mjs SIZE [postgres]`: how long the search for likely duplicates takes that each submission
 * and each draft's page asks for, on the data of a size. Firms as scouts write them: known ones, short forms, branches,
 * former names, traditional characters, everyday brands, and ones that nobody has reported. Printed as JSON,
 * in milliseconds: as the clock has them, and of processor time, which does not depend on what else the machine does; of
 * PostgreSQL's own processor time the mean, because the system counts it in hundredths of a second.
 */
import { placeOf } from './environment.mjs';
import { carryOver, processorOf, startPostgres } from './postgres.mjs';
import { compiled, openProgram, service } from './program.mjs';

const size = Number(process.argv[2]);
const turns = Number(process.env.TURNS ?? 40);
const place = placeOf(size);
const server = process.argv[3] === 'postgres' ? await startPostgres() : null;
if (server) {
  const migrated = await openProgram({ ...place, url: server.url }, { migrate: true });
  await migrated.close();
  await carryOver(server, place.file);
}
const app = await openProgram({ ...place, url: server?.url });
const reader = service(app, 'database/reader', 'Reader');
const { sql } = compiled('database/sql');
const { contentOf } = compiled('leads/lead-columns');
const find = compiled('leads/lead-duplicates.queries').LeadDuplicatesQueries;
const duplicates = app.get(find, { strict: false });
const signatures = app.get(compiled('leads/lead-signatures').LeadSignatures, { strict: false });

const leads = await reader.rows(
  sql`select content from lead where state = 'queued' and submitted_at is not null order by id limit ${turns}`,
);
const written = [
  (name) => name,
  (name) => name.slice(0, 6),
  (name) => `${name}宁波分公司`,
  (name) => `新名精密有限公司（曾用名：${name}）`,
  (name) => name.replace('科技', '科技（苏州）'),
  () => '华盛新材料有限公司',
  () => '泰兴恒通精密机械有限公司',
  () => '瀾岫熱控系統股份有限公司',
];
const times = [];
const processor = [];
let found = 0;
const backend = server && (await reader.one(sql`select pg_backend_pid() as pid`)).pid;
let before = null;
/** The first few read the tables of regions and of characters. */
const warm = 8;
for (const [at, row] of leads.entries()) {
  const content = contentOf(row);
  const name = written[at % written.length](content.investorName);
  const wanted = signatures.of({ ...content, investorName: name, uscc: null });
  if (server && at === warm) before = processorOf(backend);
  const spent = process.cpuUsage();
  const started = process.hrtime.bigint();
  found += (await duplicates.find(reader, wanted, '')).length > 0 ? 1 : 0;
  times.push(Number(process.hrtime.bigint() - started) / 1e6);
  const { user, system } = process.cpuUsage(spent);
  processor.push((user + system) / 1000);
}
const used = before === null ? null : processorOf(backend) - before;
await app.close();
await server?.stop();
const shares = (values) => {
  const measured = values.slice(warm).sort((a, b) => a - b);
  const at = (share) => measured[Math.min(measured.length - 1, Math.floor(measured.length * share))];
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
};
const report = { leads: size, turns, found, time: shares(times), processor: shares(processor) };
console.log(JSON.stringify(used === null ? report : { ...report, server: used / (turns - warm) }));
