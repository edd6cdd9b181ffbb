import { panelAnswerMail } from '../../../src/ballots/panel-answer.mail';
import { hostProposedMail, tierToldMail, transferAnsweredMail } from '../../../src/intake/transfer.mail';
import { questionAnsweredMail, questionAskedMail } from '../../../src/questions/question.mail';
import { wordsFor } from '../../../src/words/words';

const person = { id: 'p1', name: '桑启明', email: 'scout-01@yijiang.example' };
const lead = { number: 'L-2026-00017', title: '热管理集成模块生产基地' };
const url = 'https://yushen.example/leads/01#questions';
const zh = wordsFor('zh-CN');
const en = wordsFor('en');
const foot = `—
宜江市招商预审专班秘书处
本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。
`;

describe('mails of the intake desk', () => {
  it('another host: who, why, and the way to answer', () => {
    const mail = hostProposedMail({ person, lead, to: '临港物流园', text: '产业链更契合', url }, zh);
    expect(mail.subject).toBe('线索L-2026-00017：提议转园区');
    expect(mail.text).toBe(`桑启明您好：

秘书处提议您的“热管理集成模块生产基地”改由临港物流园承接。

请征得投资方同意后，在线索页上答复。首报和保护期不变。

编号：L-2026-00017
理由：产业链更契合

查看线索：
https://yushen.example/leads/01#questions

${foot}`);
  });

  it('another tier: told, with nothing to answer', () => {
    const mail = tierToldMail({ person, lead, to: '县级轮次', text: '低于市级门槛', url }, zh);
    expect(mail.subject).toBe('线索L-2026-00017：预审层级');
    expect(mail.text).toContain('您的“热管理集成模块生产基地”由县级轮次预审。');
    expect(mail.text).toContain('理由：低于市级门槛');
  });

  it('the scout’s word, agreed or not, to whoever proposed it', () => {
    const facts = { person, lead, to: '临港物流园', text: '', url };
    expect(transferAnsweredMail({ ...facts, agrees: true }, zh).subject).toContain('同意转园区');
    const no = transferAnsweredMail({ ...facts, text: '投资方已看好地块', agrees: false }, zh);
    expect(no.subject).toBe('线索L-2026-00017：不同意转园区');
    expect(no.text).toContain('说明：投资方已看好地块');
  });
});

describe('mails of questions', () => {
  const question = '请说明一期用电负荷。\n见 http://evil.example/x';

  it('to the scout it is a question of the secretariat', () => {
    const mail = questionAskedMail({ person, lead, question: '请说明一期用电负荷。', url }, zh);
    expect(mail.subject).toBe('线索L-2026-00017：请答复一个问题');
    expect(mail.text).toBe(`桑启明您好：

关于您登记的“热管理集成模块生产基地”，秘书处有一个问题。

请在线索页上答复。线索照常办理。

编号：L-2026-00017
问题：请说明一期用电负荷。

去答复：
https://yushen.example/leads/01#questions

${foot}`);
    expect(questionAskedMail({ person, lead, question, url }, zh).text).not.toContain('http://evil');
  });

  it('to whoever asked it brings the answer', () => {
    const mail = questionAnsweredMail({ person, lead, question, answer: '一期四千千伏安。', url }, zh);
    expect(mail.text).toContain('答复：一期四千千伏安。');
  });

  it('to the panel it names neither lead nor asker nor answer, and keeps the deadline', () => {
    const facts = {
      person: { id: 'p2', name: '某委员', email: 'panelist-01@yijiang.example' },
      roundId: 'r1',
      roundNumber: 'Y-2026-03',
      position: 4,
      deadlineAt: '2026-04-16T10:00:00.000Z',
      url: 'https://yushen.example/ballot',
    };
    const mail = panelAnswerMail(facts, zh);
    expect(mail).toMatchObject({
      kind: 'ballot.answer',
      roundId: 'r1',
      subject: 'Y-2026-03：有一项新增答复',
    });
    expect(mail.text).toContain('Y-2026-03第4项，招商人对专班提问作了答复。');
    expect(mail.text).toContain('表决截止时间不变：2026年4月16日（星期四）18:00');
    expect(mail.text).not.toMatch(/L-2026|热管理/);
  });

  it('says the same in English', () => {
    expect(questionAskedMail({ person, lead, question, url }, en).text).toContain('L-2026-00017');
    expect(hostProposedMail({ person, lead, to: 'Port Park', text: 'fits', url }, en).text).toContain(
      'Port Park',
    );
  });
});
