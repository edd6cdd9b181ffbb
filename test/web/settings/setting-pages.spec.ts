import { SettingsCatalogue } from '../../../src/settings/settings-catalogue.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';

onEachDatabase('the page of a setting', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    office = await city.app.signedIn('secretary-01');
  }, 60_000);
  afterAll(() => city.close());

  const path = '/admin/settings/claim-rules';
  const terms = {
    basedOn: '0',
    protectionDays: '90',
    admittedDays: '180',
    amberAfterDays: '30',
    lapseAfterDays: '60',
    disputeWorkdays: '5',
    leadingGroupFromWan: '100000',
  };

  it('looks the same for every setting: the form with its reason, then the history', async () => {
    const pages = city.app.get(SettingsCatalogue).all.map(({ href }) => href);
    expect(pages.length).toBeGreaterThanOrEqual(13);
    for (const page of pages) {
      const { statusCode, body } = await office.get(page);
      expect([page, statusCode]).toEqual([page, 200]);
      expect(fieldValue(body, 'basedOn')).toBe('0');
      const order = [`action="${page}"`, '<textarea class="textarea" id="reason"', '历次修改'];
      const places = order.map((piece) => body.indexOf(piece));
      expect([page, places.every((at, n) => at > (places[n - 1] ?? 0))]).toEqual([page, true]);
      const bare = await office.post(page, { basedOn: '0', reason: '一' });
      expect([page, bare.statusCode]).toEqual([page, 422]);
      expect(bare.body).toContain('修改理由：请写明理由，2至500字。');
    }
  });

  it('names each field that is wrong, and keeps what was typed', async () => {
    const form = { ...terms, protectionDays: '六', leadingGroupFromWan: '一点', reason: '试行' };
    const { statusCode, body } = await office.post(path, form);
    expect(statusCode).toBe(422);
    expect(body).toContain('<a href="#protectionDays">受理后保护：请填7至730之间的整数。</a>');
    expect(body).toContain('<a href="#leadingGroupFromWan">由领导小组裁定的投资额，不低于：不是金额。');
    expect(fieldValue(body, 'protectionDays')).toBe('六');
  });

  it('takes an amount as the lead form does, and tells what a version changed', async () => {
    const form = { ...terms, leadingGroupFromWan: '5亿', reason: '市政府办〔2026〕3号' };
    expect((await office.post(path, form)).statusCode).toBe(303);
    const { body } = await office.get(path);
    expect(fieldValue(body, 'leadingGroupFromWan')).toBe('50000');
    expect(body).toContain('<span class="cell-sub">由领导小组裁定的投资额，不低于：5亿元</span>');
    expect(body.match(/<span class="cell-sub">/g)).toHaveLength(1);
  });

  it('gives back what was typed where another person was faster; the next press is meant', async () => {
    const form = { ...terms, protectionDays: '100', reason: '再改' };
    const { statusCode, body } = await office.post(path, form);
    expect([statusCode, fieldValue(body, 'protectionDays')]).toEqual([409, '100']);
    expect(body).toContain('别人刚保存了第1版');
    expect(fieldValue(body, 'basedOn')).toBe('1');
    expect((await office.post(path, { ...form, basedOn: '1' })).statusCode).toBe(303);
  });

  it('makes no version of what was not changed', async () => {
    const form = { ...terms, protectionDays: '100', basedOn: '2', reason: '没有改' };
    expect((await office.post(path, form)).statusCode).toBe(303);
    const { body } = await office.get(path);
    expect(body).toContain('内容没有变化');
    expect(fieldValue(body, 'basedOn')).toBe('2');
  });
});
