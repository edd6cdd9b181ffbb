import { claimRulesPage } from '../../../../src/claims/claim-rules.views';
import { claimRules } from '../../../../src/domain/claim/claim-rules';
import { sampleFrame } from '../../../../src/http/views/frame.sample';
import { settingPage } from '../../../../src/http/views/setting-page';
import { ViewEngine } from '../../../../src/http/views/view-engine';
import { viewsFolder } from '../../../../src/http/views/views-folder';
import { wordsFor } from '../../../../src/words/words';

const words = wordsFor('zh-CN');

describe('the page of a setting', () => {
  const { preset } = claimRules;
  const facts = { current: { value: preset, version: 0 }, preset, history: [], sent: null };
  const shown = (mayChange: boolean): string =>
    new ViewEngine(viewsFolder()).render(
      'settings/page',
      settingPage({ ...facts, mayChange }, claimRulesPage, words),
      sampleFrame,
    );

  it('shows those who only read what holds, as facts and not as dead boxes', () => {
    const html = shown(false);
    expect(html).toContain('<dt>受理后保护</dt><dd>90天</dd>');
    expect(html).toContain('<dt>由领导小组裁定的投资额，不低于</dt><dd>10亿元</dd>');
    expect(html).not.toMatch(/<input[^>]*name="protectionDays"|<textarea|name="basedOn"/);
  });

  it('gives those who may change it the form (control)', () => {
    expect(shown(true)).toMatch(/<input[^>]*name="protectionDays"/);
  });
});
