import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import { convertedScore } from '../../../src/domain/insight/converted-score';
import { letterContent, type LetterFacts } from '../../../src/results/letter-content';
import { appraise, namesSomeone } from '../../../src/results/letter-facts';
import { chosenComments } from '../../../src/results/announcement.form';
import { wordsFor } from '../../../src/words/words';
import { aBallot, aRubric, aTally, votesOf } from '../domain/tally/a-tally';
import { aLetter } from './a-letter';

const written = (said: Partial<LetterFacts> = {}): string[] => {
  const { to, opening, sections, office, date, foot, verify } = letterContent(
    aLetter(said),
    wordsFor('zh-CN'),
  );
  return [to, opening, ...sections.map(({ heading, text }) => heading + text), office, date, foot, verify];
};

describe('a letter to a scout', () => {
  it('reads, when admitted, word for word', () => {
    expect(written()).toEqual([
      '驻苏南突击队：',
      '你单位2026年3月5日报送的“新能源汽车热管理集成模块生产基地”线索（L-2026-00019），经Y-2026-02轮预审，意见如下：',
      '一、预审结论。准予入笼，编号C-2026-0009。得分81.55分，合格线70分。',
      '二、主要优势。产业契合度、投资强度评价较高。',
      '三、需要关注。预审中提出的意见：钎焊工序用能偏高，建议落实余热回收。',
      '四、下一步。请于2026年4月7日前与经济技术开发区确定五个一，2026年9月26日前签约；签约前须完成公平竞争审查。对本意见有异议的，可向秘书处书面提出。',
      '宜江市招商引资预审专班秘书处',
      '2026年3月30日',
      '本意见供内部研究使用，不构成对投资方的承诺',
      '规则R1　制造业项目评分表第4版　截止码a91f 03c7 5be2 44d0　可在“留痕核验”中凭此码核对',
    ]);
  });

  it('gives a rejection its reasons and what would change it', () => {
    const text = written({
      outcome: 'reject',
      cageNo: null,
      score: '36.85',
      reasons: ['scoreBelowFloor', 'agreeBelowFloor'],
      strengths: [],
      concerns: [{ name: '能耗与碳', wanted: '接近行业平均水平，指标有着落' }],
      comments: [],
    }).join('\n');
    expect(text).toContain(
      '不予通过。得分36.85分，合格线70分。得分低于60分。预审专班的同意意见低于最低比例。',
    );
    expect(text).toContain('能耗与碳评价偏低，至少应达到：接近行业平均水平，指标有着落。');
    expect(text).toContain('可以作为新线索重新报送');
  });

  it.each([
    ['consult', '秘书处将于2026年4月14日前组织会商'],
    ['resubmit', '请于2026年4月14日前在系统中补充材料并重新提交'],
    ['defer', '本线索暂缓至2026年4月14日，到期失效'],
  ] as const)('says what follows when the chair chose to %s, with the reason', (outcome, next) => {
    const said = { outcome, cageNo: null, followUpDue: '2026-04-14', rulingReason: '能耗指标来源不明' };
    const text = written({ ...said, reasons: ['scoreBelowPass', 'agreeBelowShare'] }).join('\n');
    expect(text).toContain(next);
    expect(text).toContain('裁定理由：能耗指标来源不明。');
  });

  it('has no count of votes or seats, whatever the outcome', () => {
    for (const outcome of ['admit', 'reject', 'consult', 'resubmit', 'defer'] as const)
      expect(written({ outcome, followUpDue: '2026-04-14' }).join('')).not.toMatch(/\d+\s*[票席]|\d+\/\d+/);
  });

  it('names the strongest and the weakest criteria, four of each at the most', () => {
    const result = aTally({ rubric: aRubric, ballots: votesOf({ agree: 10 }, 5) });
    expect(appraise(result, aRubric)).toEqual({ strengths: ['无', '无'], concerns: [] });
    const poor = aTally({ rubric: aRubric, ballots: votesOf({ agree: 10 }, 1) });
    expect(appraise(poor, aRubric).concerns).toHaveLength(2);
    const middling = aTally({ rubric: aRubric, ballots: votesOf({ agree: 10 }, 3) });
    expect(appraise(middling, aRubric)).toEqual({ strengths: [], concerns: [] });
    expect(manufacturing.criteria.length).toBeGreaterThan(4);
  });

  it('knows a name when it sees one, spaced or wide', () => {
    expect(namesSomeone('已与 李 明 核实', ['李明'])).toBe(true);
    expect(namesSomeone('请与ＡＢ联系', ['AB'])).toBe(true);
    expect(namesSomeone('请补充测算', ['李明', '', '王'])).toBe(false);
  });

  it('leaves out what was unticked, and takes a form without boxes for all of them', () => {
    expect(chosenComments({})).toBeNull();
    expect([...(chosenComments({ commentsShown: '1' }) ?? ['none'])]).toEqual([]);
    expect([...(chosenComments({ commentsShown: '1', comments: ['a', { b: 1 }] }) ?? [])]).toEqual(['a']);
    expect([...(chosenComments({ commentsShown: '1', comments: 'a' }) ?? [])]).toEqual(['a']);
  });
});

describe('the converted score of one ballot', () => {
  it('weighs only what the ballot scored', () => {
    expect(convertedScore(aBallot('P1', 'agree', 4), aRubric)?.toDecimal(2)).toBe('80.00');
    expect(convertedScore({ scores: { first: 5 } }, aRubric)?.toDecimal(2)).toBe('100.00');
    expect(convertedScore({ scores: {} }, aRubric)).toBeNull();
  });
});
