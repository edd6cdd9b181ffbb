import fc from 'fast-check';
import type { Viewer } from '../../../../src/domain/access/viewer';
import { checkRequests, type AskedIncentive } from '../../../../src/domain/fair-competition/check-requests';
import { fairCompetitionRules } from '../../../../src/domain/fair-competition/flag-rules';
import {
  gateRefusal,
  gateState,
  mayGiveOpinion,
  opinionFault,
} from '../../../../src/domain/fair-competition/gate';
import { articlesIn, findPattern, plainWording } from '../../../../src/domain/fair-competition/plain-text';
import { validityOn, type PublishedPolicy } from '../../../../src/domain/fair-competition/policy';
import { simplifiedText } from '../../../../src/reference/simplified-text';

const { rules } = fairCompetitionRules.preset;
const day = '2026-03-17';

const policy = (changes: Partial<PublishedPolicy> = {}): PublishedPolicy => ({
  id: 'p1',
  version: 1,
  title: '宜江市支持制造业发展若干政策',
  documentNo: '宜政发〔2025〕3号',
  issuer: '市政府',
  validFrom: '2025-01-01',
  validTo: '2026-12-31',
  withdrawn: false,
  clauses: [
    { code: '第三条', text: '设备补助', types: ['fund'], words: ['设备', '补助'], capWan: '2000.00' },
    { code: '第十五条', text: '厂房', types: ['plantBuiltByGovernment'], words: [], capWan: null },
  ],
  ...changes,
});

const ask = (wording: string, changes: Partial<AskedIncentive> = {}): AskedIncentive => ({
  type: 'publishedPolicy',
  wording,
  amountWan: null,
  ...changes,
});

const one = (request: AskedIncentive, catalogue: readonly PublishedPolicy[] = [policy()], on = day) => {
  const [finding] = checkRequests([request], catalogue, rules, on);
  if (!finding) throw new Error('no finding');
  return [finding.standing, finding.reason, finding.clause?.clause?.code ?? null];
};

describe('a request of an investor', () => {
  it('is matched where it names document and article, however they are written', () => {
    for (const wording of [
      '按宜政发〔2025〕3号第三条执行',
      '宜政发[2025] 3号 第3条',
      '《宜江市支持制造业发展若干政策》第 三 条',
      '宜政发（２０２５）３号第三条',
      simplifiedText('宜政發〔2025〕3號第三條'),
    ])
      expect([wording, ...one(ask(wording))]).toEqual([wording, 'matched', 'cited', '第三条']);
  });

  it('is matched by its words where it names no document, and only if it holds all of them', () => {
    expect(one(ask('申请设备购置补助', { type: 'fund' }))).toEqual(['matched', 'byWords', '第三条']);
    expect(one(ask('申请设备购置', { type: 'fund' }))).toEqual(['unmatched', 'nothingFound', null]);
  });

  it('is unmatched where the document has no such article, or none is named of several', () => {
    expect(one(ask('宜政发〔2025〕3号第四条'))).toEqual(['unmatched', 'noSuchClause', null]);
    expect(one(ask('按宜政发〔2025〕3号执行'))).toEqual(['unmatched', 'clauseNotNamed', null]);
    const single = policy({ clauses: policy().clauses.slice(0, 1) });
    expect(one(ask('按宜政发〔2025〕3号执行'), [single])).toEqual(['matched', 'cited', '第三条']);
  });

  it('is unmatched where the clause is for other requests or grants less', () => {
    const cited = '宜政发〔2025〕3号第三条';
    expect(one(ask(cited, { type: 'landPrice' }))).toEqual(['unmatched', 'otherKind', '第三条']);
    expect(one(ask(cited, { amountWan: '2000.00' }))).toEqual(['matched', 'cited', '第三条']);
    expect(one(ask(cited, { amountWan: '2000.01' }))).toEqual(['unmatched', 'overCap', '第三条']);
    expect(one(ask(cited, { amountWan: '很多' }))).toEqual(['unmatched', 'overCap', '第三条']);
  });

  it('is expired the day after the last day, and not yet granted the day before the first', () => {
    const cited = ask('宜政发〔2025〕3号第三条');
    const standings = ['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'].map(
      (on) => one(cited, [policy()], on)[0],
    );
    expect(standings).toEqual(['unmatched', 'matched', 'matched', 'expired']);
    expect(one(cited, [policy({ withdrawn: true })])).toEqual(['expired', 'withdrawn', '第三条']);
    expect(validityOn(policy({ validTo: null }), '2999-01-01')).toBe('inForce');
  });

  it('is flagged by its type whatever it says, and though a clause grants it', () => {
    expect(one(ask('宜政发〔2025〕3号第三条', { type: 'taxReturn' }))[0]).toBe('flagged');
    expect(one(ask('随便', { type: 'cashReward' }))[0]).toBe('flagged');
  });

  it.each([
    ['税收返还', 'tax-return'],
    ['稅 收 返 還', 'tax-return'],
    ['税　收．返　还', 'tax-return'],
    ['按缴税额的50%给予奖励', 'reward-tied-to-tax'],
    ['按地方财力贡献给予奖补', 'reward-tied-to-tax'],
    ['指定本公司独家供应', 'named-operator'],
    ['請求零地價供地', 'one-firm-one-policy'],
    ['一企一策', 'one-firm-one-policy'],
  ])('“%s” is flagged as %s, in simplified or traditional symbols and with spaces', (wording, code) => {
    const [finding] = checkRequests([ask(simplifiedText(wording))], [], rules, day);
    expect(finding?.flags.map(({ rule }) => rule.code)).toContain(code);
  });

  it('control: ordinary requests are flagged by nothing', () => {
    for (const wording of [
      '按已公布的制造业固定资产投资政策执行',
      '市级统筹能耗指标',
      '协助办理用地手续',
      '租用标准厂房',
    ])
      expect(checkRequests([ask(wording)], [], rules, day)[0]?.flags).toEqual([]);
  });
});

describe('the comparison of wording', () => {
  it('bridges a gap of twelve symbols and not of thirteen', () => {
    expect(findPattern('纳税…奖', `纳税${'的'.repeat(12)}奖`)).not.toBeNull();
    expect(findPattern('纳税…奖', `纳税${'的'.repeat(13)}奖`)).toBeNull();
  });

  it('finds a pattern wherever spaces and marks are put into it', () => {
    const noise = fc.array(fc.constantFrom(' ', '　', '·', '-', '，', '（', '\u200b'), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(noise, { minLength: 4, maxLength: 4 }),
        fc.string(),
        fc.string(),
        (gaps, before, after) => {
          const text = [...'税收返还'].map((symbol, at) => symbol + (gaps[at] ?? []).join('')).join('');
          return findPattern('税收返还', plainWording(`${before} ${text} ${after}`)) !== null;
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes no longer than in proportion to the text, whatever the pattern', () => {
    const text = '税'.repeat(20_000);
    const started = process.hrtime.bigint();
    expect(findPattern('税…税…税…税…税…奖', text)).toBeNull();
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2_000);
  });

  it('reads the numbers of articles', () => {
    expect(articlesIn('第五条、第 15 條、第二十一条第二款、第一百零三条')).toEqual([5, 15, 21, 103]);
    expect(articlesIn('第零条 第条')).toEqual([]);
  });
});

describe('the gate of a lead', () => {
  const [strict, usual] = [{ unprovedNeedsOpinion: true }, { unprovedNeedsOpinion: false }];
  const findings = (...wordings: string[]) =>
    checkRequests(
      wordings.map((wording) => ask(wording)),
      [policy()],
      rules,
      day,
    );

  it('is clear where every request is matched or nothing is asked', () => {
    expect(gateState([], null, strict)).toBe('clear');
    expect(gateState(findings('宜政发〔2025〕3号第三条'), null, strict)).toBe('clear');
  });

  it('wants an opinion as soon as one request is flagged, and takes the opinion that there is', () => {
    const mixed = findings('宜政发〔2025〕3号第三条', '税收返还');
    for (const held of [strict, usual]) {
      expect(gateState(mixed, null, held)).toBe('opinionMissing');
      expect(gateState(mixed, 'unlawful', held)).toBe('unlawful');
    }
  });

  it('says that something is not published, and wants an opinion on it only where the city does', () => {
    const unpublished = findings('宜政发〔2025〕3号第三条', '请协助办理进口设备手续');
    expect(gateState(unpublished, null, usual)).toBe('unproved');
    expect(gateState(unpublished, 'lawful', usual)).toBe('lawful');
    expect(gateState(unpublished, null, strict)).toBe('opinionMissing');
    expect(
      gateRefusal([{ number: 'L-2026-00001', state: 'unproved' }], { unlawfulMayBeVoted: false }),
    ).toBeNull();
  });

  it('holds a round up while an opinion is missing, and for an unlawful one where the city says so', () => {
    const lead = (state: ReturnType<typeof gateState>) => ({ number: 'L-2026-00001', state });
    const may = { unlawfulMayBeVoted: true };
    expect(
      gateRefusal([lead('clear'), lead('lawful'), lead('lawfulAfterChange'), lead('unlawful')], may),
    ).toBeNull();
    expect(gateRefusal([lead('clear'), lead('opinionMissing')], may)).toEqual({
      because: 'fairCompetitionOpinionMissing',
      details: { leads: 'L-2026-00001', count: 1 },
    });
    expect(gateRefusal([lead('unlawful')], { unlawfulMayBeVoted: false })?.because).toBe(
      'fairCompetitionUnlawful',
    );
  });
});

describe('an opinion on fair competition', () => {
  const viewer = (roles: Viewer['roles'], personId = 'v'): Viewer => ({
    personId,
    account: 'a',
    name: '某',
    unitId: 'u',
    unitName: '某局',
    roles,
    locale: 'zh-CN',
  });
  const lead = { state: 'queued' as const, scoutId: 's' };
  const by = { reviewUnits: ['market'], secretariatReviews: false };

  it('is given by a supporter of a named unit, and by the secretariat where the city says so', () => {
    expect(mayGiveOpinion(viewer(['supporter']), 'market', lead, by)).toBeNull();
    expect(mayGiveOpinion(viewer(['supporter']), 'natural', lead, by)?.because).toBe('notAReviewer');
    expect(mayGiveOpinion(viewer(['scout']), 'market', lead, by)?.because).toBe('notAReviewer');
    expect(mayGiveOpinion(viewer(['secretariat']), 'office', lead, by)?.because).toBe('notAReviewer');
    expect(
      mayGiveOpinion(viewer(['secretariat']), 'office', lead, { ...by, secretariatReviews: true }),
    ).toBeNull();
  });

  it('is not given on a lead of one’s own, nor while it is voted on', () => {
    const own = viewer(['scout', 'supporter'], 's');
    expect(mayGiveOpinion(own, 'market', lead, by)?.because).toBe('opinionOnOwnLead');
    const voted = { ...lead, state: 'inReview' as const };
    expect(mayGiveOpinion(viewer(['supporter']), 'market', voted, by)?.because).toBe('opinionNotNow');
  });

  it('needs a basis always, and reasons unless it is a plain yes', () => {
    const given = { verdict: 'lawful' as const, basis: '条例第十条', text: '', documentNo: '' };
    expect(opinionFault(given)).toBeNull();
    expect(opinionFault({ ...given, basis: ' ' })?.because).toBe('opinionBasisMissing');
    expect(opinionFault({ ...given, verdict: 'unlawful' })?.because).toBe('opinionTextMissing');
    expect(opinionFault({ ...given, verdict: 'lawfulAfterChange', text: '改为普惠' })).toBeNull();
  });
});

describe('the rules of the gate as a setting', () => {
  it('read back what they are, and refuse what is none', () => {
    const { preset } = fairCompetitionRules;
    const read = (stored: unknown) => fairCompetitionRules.read(stored);
    expect(read(JSON.parse(JSON.stringify(preset)))).toEqual(preset);
    for (const broken of [
      null,
      {},
      { rules: [{}] },
      { ...preset, rules: [...preset.rules, preset.rules[0]] },
    ])
      expect(() => read(broken)).toThrow();
  });
});
