import { ChainsQueries, type ChainLine } from '../../../src/chains/chains.queries';
import { TargetFirmsQueries } from '../../../src/chains/target-firms.queries';
import { sql } from '../../../src/database/sql';
import { CHAINS } from '../../../src/domain/lead/dictionaries';
import { Verifier } from '../../../src/ledger/verifier';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';

const none = '0'.repeat(26);

onEachDatabase('the register of key chains', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let scout: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    secretary = await city.app.signedIn('secretary-01');
    scout = await city.app.signedIn('scout-01');
  });
  afterAll(() => city.close());

  const chain = async (code: string): Promise<ChainLine> => {
    const found = (await city.app.get(ChainsQueries).lines()).find((line) => line.code === code);
    if (!found) throw new Error(`no chain ${code}`);
    return found;
  };
  const firmsOf = async (code: string) => city.app.get(TargetFirmsQueries).all((await chain(code)).id);
  const keeper = (): string => city.city.people.get('scout-03') ?? '';
  const segment = {
    name: '热管理',
    place: 'mid',
    position: '2',
    words: '热泵，冷却',
    isGap: '1',
    wanted: '年产30万套热管理模块',
  };
  const importRows = (id: string, text: string) =>
    secretary.upload(`/chains/${id}/imports`, { rows: text }, []);
  const csv = (content: Buffer) => [{ field: 'file', name: '名单.csv', type: 'text/csv', content }];

  it('begins with the chains that leads could name so far, and offers them in the form of a lead', async () => {
    expect((await city.app.get(ChainsQueries).codes()).sort()).toEqual([...CHAINS].sort());
    const page = (await scout.get('/chains')).body;
    expect(page.match(/<tr data-id=/g)).toHaveLength(CHAINS.length);
    expect(page).not.toContain('action="/chains"');
    expect((await scout.get('/leads/new')).body).toContain('value="light-alloy"');
  });

  it('takes a new chain that a lead can name at once, and shows its keeper there', async () => {
    const given = {
      nameZh: '低空经济',
      nameEn: 'Low-altitude economy',
      code: 'low-altitude',
      year: '2026',
      standing: 'active',
      keeperId: keeper(),
    };
    const answer = await secretary.post('/chains', given);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/chains']);
    const form = (await scout.get('/leads/new')).body;
    expect(form).toMatch(/<option value="low-altitude">低空经济（链长：[^<]+）<\/option>/);
    const { id } = await chain('low-altitude');
    await secretary.post(`/chains/${id}`, { ...given, standing: 'closed' });
    expect((await scout.get('/leads/new')).body).not.toContain('value="low-altitude"');
    expect((await secretary.get(`/chains/${id}`)).body).toContain('修改产业链“低空经济”');
  });

  it('says beside each field what is wrong, keeps what was typed and stores nothing', async () => {
    const { id } = await chain('electronics');
    const right = {
      nameZh: '名称',
      nameEn: 'Name',
      code: 'fresh',
      year: '2026',
      standing: 'active',
      keeperId: '',
    };
    const before = await city.app.rowCounts();
    const wrong: [string, Record<string, string>, string][] = [
      ['/chains', { ...right, code: 'textile' }, '代码“textile”已有产业链使用'],
      ['/chains', { ...right, code: 'Bad Code' }, '代码须为2到40个小写字母'],
      ['/chains', { ...right, year: '1999' }, '年度须为2000到2100'],
      ['/chains', { ...right, keeperId: none }, '没有找到这位链长'],
      [`/chains/${id}`, { ...right, nameZh: '单' }, '名称须为2到40个字'],
      [`/chains/${id}/segments`, { ...segment, wanted: '' }, '标为缺口的环节须写明要招什么'],
      [`/chains/${id}/segments`, { ...segment, position: '-1' }, '顺序须为0到999'],
      [`/chains/${id}/firms`, { name: '甲乙公司', uscc: '123', state: 'planned' }, '统一社会信用代码有误'],
      [`/chains/${id}/firms`, { name: '甲乙公司', segmentId: none, state: 'planned' }, '没有找到这个环节'],
      [`/chains/${id}/firms`, { name: '。。', state: 'planned' }, '企业名称里没有可以辨认的字'],
    ];
    for (const [path, fields, said] of wrong) {
      const answer = await secretary.post(path, fields);
      expect([path, said, answer.statusCode]).toEqual([path, said, 422]);
      expect(answer.body).toContain(said);
      const name = 'nameZh' in fields ? 'nameZh' : 'name';
      expect(fieldValue(answer.body, name)).toBe(fields[name]);
    }
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('keeps segments, and removes none in which target firms stand', async () => {
    const { id } = await chain('new-energy-vehicle');
    expect((await secretary.post(`/chains/${id}/segments`, segment)).statusCode).toBe(303);
    expect((await secretary.post(`/chains/${id}/segments`, segment)).body).toContain('本链已有环节“热管理”');
    const page = (await scout.get(`/chains/${id}`)).body;
    expect(page).toContain('年产30万套热管理模块');
    expect(page).toContain('data-state="gap"');
    const [first] = await city.app.get(ChainsQueries).segments(id);
    const firm = {
      name: '寒潭热控有限公司',
      uscc: '',
      region: '浙江宁波',
      segmentId: first?.id ?? '',
      note: '',
      state: 'planned',
    };
    expect((await secretary.post(`/chains/${id}/firms`, firm)).statusCode).toBe(303);
    const path = `/chains/${id}/segments/${first?.id ?? ''}/removal`;
    expect((await secretary.post(path)).statusCode).toBe(409);
    const [kept] = await firmsOf('new-energy-vehicle');
    await secretary.post(`/chains/${id}/firms/${kept?.id ?? ''}`, { ...firm, segmentId: '' });
    await secretary.post(`/chains/${id}/segments`, { ...segment, name: '别的环节', words: '' });
    expect((await secretary.post(path)).statusCode).toBe(303);
    expect((await city.app.get(ChainsQueries).segments(id)).map(({ name }) => name)).toEqual(['别的环节']);
  });

  it('shows a file with each problem beside its row and keeps nothing of it', async () => {
    const { id } = await chain('new-energy');
    const before = await city.app.rowCounts();
    const text =
      '企业名称,所在地区,环节,进展\n甲电池有限公司,湖南,,洽谈中\n乙电池公司,湖北,没有的环节,\n丙,,,';
    for (const answer of [
      await secretary.upload(`/chains/${id}/imports`, {}, csv(Buffer.from(`\ufeff${text}`))),
      await secretary.upload(`/chains/${id}/imports`, {}, csv(inGb18030(text))),
      await importRows(id, text),
    ]) {
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('1行可以导入，2行有问题');
      expect(answer.body).toContain('本链没有这个环节，请先添加');
      expect(answer.body).toContain('企业名称须为2到100个字');
    }
    expect(await city.app.rowCounts()).toEqual(before);
    for (const content of [
      Buffer.from('PK\x03\x04 no workbook'),
      Buffer.from([0, 1, 2]),
      Buffer.alloc(2_200_000, 65),
    ]) {
      const answer = await secretary.upload(`/chains/${id}/imports`, {}, csv(content));
      expect([content.length, answer.statusCode]).toEqual([content.length, 422]);
      expect(answer.body).toContain('文件读不出来');
    }
    expect((await importRows(id, '')).body).toContain('没有可以导入的行');
    expect(
      (await importRows(id, Array.from({ length: 1001 }, (_, n) => `企业${n}号`).join('\n'))).statusCode,
    ).toBe(422);
  });

  it('applies a file in one act; the same file again changes nothing and writes no act', async () => {
    const { id } = await chain('bio-medicine');
    const rows = Array.from(
      { length: 1000 },
      (_, n) => `安渡${n}号生物制药有限公司\t\t江苏\t\t\t待对接`,
    ).join('\n');
    const preview = (await importRows(id, rows)).body;
    const kept = /<textarea name="rows" hidden>([^<]*)<\/textarea>/.exec(preview)?.[1] ?? '';
    const apply = () => secretary.post(`/chains/${id}/imports/application`, { rows: kept });
    expect((await apply()).statusCode).toBe(303);
    expect(await firmsOf('bio-medicine')).toHaveLength(1000);
    const before = await city.app.rowCounts();
    const said = await apply();
    expect(said.statusCode).toBe(303);
    expect((await secretary.get(`/chains/${id}`)).body).toContain('1000家没有变化');
    const after = await city.app.rowCounts();
    expect([after['target_firm'], after['chain_act'], after['ledger_entry']]).toEqual([
      before['target_firm'],
      before['chain_act'],
      before['ledger_entry'],
    ]);
    const changed = kept.replace('安渡7号生物制药有限公司\t\t江苏', '安渡7号生物制药有限公司\t\t安徽');
    await secretary.post(`/chains/${id}/imports/application`, { rows: changed });
    expect((await secretary.get(`/chains/${id}`)).body).toContain('新增0家，更新1家');
  });

  it('gives a sheet away that can be brought back', async () => {
    const { id } = await chain('new-energy-vehicle');
    const sheet = await scout.get(`/chains/${id}/firms.xlsx`);
    expect(sheet.headers['content-disposition']).toContain('attachment');
    const back = await secretary.upload(`/chains/${id}/imports`, {}, [
      { field: 'file', name: 'a.xlsx', type: 'application/octet-stream', content: sheet.rawPayload },
    ]);
    expect(back.body).toContain('寒潭热控有限公司');
    expect(back.body).toContain('1行可以导入，0行有问题');
  });

  it('finds target firms by name, code, progress and segment, a page at a time, in the same statements', async () => {
    const { id } = await chain('bio-medicine');
    const count = async (query: string): Promise<[number, number]> => {
      const from = city.app.reader.statements;
      const { body } = await scout.get(`/chains/${id}?${query}`);
      return [body.match(/<tr data-id=/g)?.length ?? 0, city.app.reader.statements - from];
    };
    const [all, statements] = await count('');
    const [one, same] = await count(`q=${encodeURIComponent('安渡7号生物制药')}`);
    expect([all, one, same]).toEqual([30, 1, statements]);
    expect((await count('state=landed'))[0]).toBe(0);
    expect((await count('page=34'))[0]).toBe(10);
  });

  it('is kept by the secretariat alone, read by whoever works on leads, and hides what is not there', async () => {
    const { id } = await chain('textile');
    expect((await scout.post(`/chains/${id}/segments`, segment)).statusCode).toBe(403);
    expect((await scout.get(`/chains/${id}/imports`)).statusCode).toBe(403);
    const admin = await city.app.signedIn('admin-01');
    expect((await admin.get('/chains')).statusCode).toBe(403);
    for (const path of [`/chains/${none}`, `/chains/${id}/firms/${none}`, `/chains/${none}/firms.xlsx`])
      expect([path, (await scout.get(path)).statusCode]).toEqual([path, 404]);
    const other = (await firmsOf('bio-medicine'))[0]?.id ?? '';
    expect((await scout.get(`/chains/${id}/firms/${other}`)).statusCode).toBe(404);
  });

  it('is what its acts say, and a row that was slipped in is found', async () => {
    const verify = async () => (await city.app.get(Verifier).verify(city.app.reader)).problems;
    expect(await verify()).toEqual([]);
    await city.app.work.run((tx) =>
      tx.run(sql`update target_firm set region = '某处' where name = '寒潭热控有限公司'`),
    );
    expect(JSON.stringify(await verify())).toContain('of the chain register is not what its acts say');
  });
});

/** Only symbols that the test uses, as the code page of a Chinese Excel writes them. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) bytes.set(decoder.decode(Uint8Array.from([high, low])), [high, low]);
  return Buffer.from([...text].flatMap((symbol) => bytes.get(symbol) ?? [symbol.charCodeAt(0)]));
}
