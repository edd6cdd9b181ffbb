import { readXlsx } from 'hucre/xlsx';
import { sql, type Dialect } from '../../../src/database/sql';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { DisclosuresService } from '../../../src/disclosures/disclosures.service';
import { OTHER_TABLES, PERSON_TABLES } from '../../../src/disclosures/person-tables';
import { Verifier } from '../../../src/ledger/verifier';
import { LOCALES } from '../../../src/words/catalogue';
import { wordsFor } from '../../../src/words/words';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const hour = 3_600_000;
const paper = { basis: 'ownRequest', documentNo: '查阅申请〔2026〕1号', reason: '本人书面申请查阅' };

interface Column {
  readonly table: string;
  readonly name: string;
}

/** P-05: what is held about one person, given out on request; checked against the schema and not against pages. */
onEachDatabase('P-05: what is held about one person', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let lead: { id: string; content: string };
  beforeAll(async () => {
    city = await foundCity(dialect);
    const round = await city.openRound(2);
    await city.allVote(round, ['good', 'disputed']);
    secretary = await city.app.signedIn('secretary-01');
    const row = await city.app.reader.one<{ id: string; content: string }>(
      sql`select id, content from lead where id = ${round.leadIds[0] ?? ''}`,
    );
    if (!row) throw new Error('no lead');
    lead = row;
  }, 60_000);
  afterAll(() => city.close());

  const make = async (who: string, by = secretary, fields: object = paper): Promise<string> => {
    const answer = await by.post('/admin/disclosures', { who, ...fields });
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      expect.stringMatching(/\/[0-9a-z]{26}$/),
    ]);
    return String(answer.headers.location);
  };
  const columns = (): Promise<Column[]> => columnsOf(dialect, city);

  it('is looked for in every table of the schema that names people, and every column has a word or is left out', async () => {
    const found = await columns();
    const tables = [...new Set(found.map(({ table }) => table))];
    const entered = [...Object.keys(PERSON_TABLES), ...Object.keys(OTHER_TABLES)];
    expect([...tables].sort()).toEqual([...entered].sort());
    const wordless = (all: readonly Column[]): string[] =>
      all.flatMap(({ table, name }) => {
        const known = PERSON_TABLES[table];
        if (!known || known.left?.includes(name)) return [];
        return LOCALES.filter((locale) => !wordsFor(locale).has(`disclosures.column.${name}`)).map(
          (locale) => `${table}.${name} ${locale}`,
        );
      });
    expect(wordless(found)).toEqual([]);
    // Control: a column that is new is noticed.
    expect(wordless([...found, { table: 'person', name: 'shoe_size' }])).toHaveLength(LOCALES.length);
    for (const [table, { by, left = [] }] of Object.entries(PERSON_TABLES)) {
      const own = found.filter((one) => one.table === table).map(({ name }) => name);
      for (const name of [...by, ...left])
        expect([table, own.includes(name), name]).toEqual([table, true, name]);
      for (const locale of LOCALES) expect(wordsFor(locale).has(`disclosures.table.${table}`)).toBe(true);
    }
    for (const { table, name } of await referencesToPeople(dialect, city))
      expect([table, name, PERSON_TABLES[table]?.by.includes(name) ?? false]).toEqual([table, name, true]);
  });

  it.each(['scout-01', 'panelist-02', 'secretary-01'])(
    'gives every row and every field stored about %s',
    async (account) => {
      const path = await make(account);
      const { body } = await secretary.get(path);
      const { rawPayload } = await secretary.get(`${path}/records.xlsx`);
      const sheets = (await readXlsx(rawPayload)).sheets;
      const person = await city.app.reader.one<{ id: string; email: string }>(
        sql`select id, email from person where account = ${account}`,
      );
      let kinds = 0;
      for (const [table, { by, left = [] }] of Object.entries(PERSON_TABLES)) {
        // Looking adds to these two.
        if (['access_record', 'session'].includes(table)) continue;
        const is = by.map((column) => {
          const value = ['email', 'to_address'].includes(column) ? person?.email : person?.id;
          return sql`${sql.raw(column)} = ${value ?? ''}`;
        });
        const rows = await city.app.reader.rows<Record<string, unknown>>(
          sql`select * from ${sql.raw(`"${table}"`)} where ${sql.join(is, ' or ')}`,
        );
        expect([table, body.includes(`id="${table}"`)]).toEqual([table, rows.length > 0]);
        if (rows.length === 0) continue;
        kinds += 1;
        const title = wordsFor('zh-CN').t(`disclosures.table.${table}`);
        const sheet = sheets.find(({ name }) => name === title);
        const wanted = Object.keys(rows[0] ?? {}).filter((column) => !left.includes(column));
        expect([table, sheet?.rows[0]]).toEqual([
          table,
          wanted.map((column) => wordsFor('zh-CN').t(`disclosures.column.${column}`)),
        ]);
        expect([table, (sheet?.rows.length ?? 0) - 1]).toEqual([table, rows.length]);
      }
      expect(kinds).toBeGreaterThan(4);
      expect(body).toContain(person?.email);
    },
  );

  it('tells of a vote that it was cast, and of nobody what was voted; of others no name', async () => {
    const path = await make('panelist-02');
    const { body } = await secretary.get(path);
    expect(body).toContain('id="ballot_version"');
    const texts = await city.app.reader.rows<{ comment: string }>(
      sql`select comment from ballot_version where comment <> ''`,
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(({ comment }) => body.includes(comment))).toEqual([]);
    const start = body.slice(
      body.indexOf('id="ballot_version"'),
      body.indexOf('</section>', body.indexOf('id="ballot_version"')),
    );
    expect(start).not.toMatch(/agree|against|supplement|abstain/);
    // Round seats name holder and alternate: the other one is nobody here.
    const seats = body.slice(
      body.indexOf('id="round_seat"'),
      body.indexOf('</section>', body.indexOf('id="round_seat"')),
    );
    expect(seats).toContain('本人');
  });

  it('finds somebody without an account by what is stored, exactly, and tells only of them', async () => {
    const { contact } = JSON.parse(lead.content) as { contact: { mobile: string; name: string } };
    const { body } = await secretary.get(await make(contact.mobile));
    expect(body).toContain('id="lead"');
    expect(body).toContain('id="lead_contact"');
    expect(body).toContain(contact.name);
    const none = await secretary.get(await make(contact.mobile.slice(0, 8)));
    expect(none.body).toContain('没有存有与所填内容一致的个人信息');
  });

  it('needs grounds on paper, tells what is missing, and writes nothing without', async () => {
    const others: Visitor[] = [];
    for (const account of ['scout-01', 'leader-01', 'host-01', 'panelist-02', 'inspector-01'])
      others.push(await city.app.signedIn(account));
    const before = await city.app.rowCounts();
    const answer = await secretary.post('/admin/disclosures', { who: 'scout-01', basis: 'curiosity' });
    expect(answer.statusCode).toBe(422);
    for (const message of ['请选择依据', '请填申请书编号或文号', '请写明事由'])
      expect(answer.body).toContain(message);
    expect(answer.body).toContain('value="scout-01"');
    expect(await city.app.rowCounts()).toEqual(before);
    for (const visitor of others)
      expect((await visitor.post('/admin/disclosures', { who: 'scout-01', ...paper })).statusCode).toBe(403);
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('is on record before it is shown: act, ledger without a name, and each look; the inspector reads why', async () => {
    const looks = async (id: string): Promise<number> => {
      await city.app.allRowCounts();
      const row = await city.app.reader.one<{ n: number }>(
        sql`select count(*) as n from access_record where subject_id = ${id}`,
      );
      return Number(row?.n);
    };
    const path = await make('scout-02');
    const id = path.split('/').at(-1) ?? '';
    expect(await looks(id)).toBe(1);
    await secretary.get(path);
    await secretary.get(`${path}/records.xlsx`);
    expect(await looks(id)).toBe(3);
    const entry = await city.app.reader.one<{ facts: string }>(
      sql`select facts from ledger_entry where kind = 'disclosure.made' and subject_id = ${id}`,
    );
    expect(entry?.facts).toContain('查阅申请〔2026〕1号');
    expect(entry?.facts).not.toMatch(/scout-02/);
    const inspector = await city.app.signedIn('inspector-01');
    expect((await inspector.get('/admin/disclosures')).body).toContain('查阅申请〔2026〕1号');
    const verified = await city.app.get(Verifier).verify(city.app.reader);
    expect(verified.problems).toEqual([]);
  });

  it('is open to the one who made it, for a day; then it is gone, and what was asked for with it', async () => {
    const path = await make('15400009999');
    const id = path.split('/').at(-1) ?? '';
    const admin = await city.app.signedIn('admin-01');
    const bare = (body: string): string => body.replace(/value="[^"]{50,}"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    const [there, none] = [await admin.get(path), await admin.get(path.replace(id, '0'.repeat(26)))];
    expect([there.statusCode, bare(there.body).replaceAll(id, '')]).toEqual([
      404,
      bare(none.body).replaceAll('0'.repeat(26), ''),
    ]);
    const askedFor = async (): Promise<string | null | undefined> =>
      (
        await city.app.reader.one<{ text: string | null }>(
          sql`select asked_for as text from disclosure where id = ${id}`,
        )
      )?.text;
    const service = city.app.get(DisclosuresService);
    await service.forget();
    expect(await askedFor()).toBe('15400009999');
    city.app.clock.set(toInstant(msOf(city.app.clock.now()) + 24 * hour + 1));
    const again = await city.app.signedIn('secretary-01');
    expect((await again.get(path)).statusCode).toBe(404);
    await service.forget();
    expect(await askedFor()).toBeNull();
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });
});

async function columnsOf(dialect: Dialect, city: TestCity): Promise<Column[]> {
  if (dialect === 'postgres')
    return city.app.reader.rows<Column>(
      sql`select table_name as "table", column_name as name from information_schema.columns where table_schema = 'public'`,
    );
  const rows = await city.app.reader.rows<Column>(
    sql`select m.name as "table", c.name as name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`,
  );
  return rows.filter(({ table }) => !table.startsWith('sqlite_'));
}

async function referencesToPeople(dialect: Dialect, city: TestCity): Promise<Column[]> {
  return dialect === 'postgres'
    ? city.app.reader.rows<Column>(
        sql`select source.relname as "table", attribute.attname as name from pg_constraint
            join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
            join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = any (conkey)
            where contype = 'f' and target.relname = 'person'`,
      )
    : city.app.reader.rows<Column>(
        sql`select m.name as "table", f."from" as name from sqlite_master m join pragma_foreign_key_list(m.name) f
            where m.type = 'table' and f."table" = 'person'`,
      );
}
