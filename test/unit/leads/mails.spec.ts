import {
  leadAcceptedMail,
  leadMergedMail,
  leadRejectedMail,
  leadReturnedMail,
} from '../../../src/leads/lead-intake.mail';
import { leadReceivedMail } from '../../../src/leads/lead-received.mail';
import { wordsFor } from '../../../src/words/words';

const person = { id: 'p1', name: '桑启明', email: 'scout-01@yijiang.example' };
const lead = {
  number: 'L-2026-00017',
  title: '新能源汽车热管理集成模块生产基地',
  revision: 1,
  submittedAt: '2026-03-05T02:12:06.000Z',
};
const facts = { person, lead, url: 'https://yushen.example/leads/01', reason: '', otherNumber: '' };
const zh = wordsFor('zh-CN');
const en = wordsFor('en');

describe('mails to the scout', () => {
  it('the receipt: number, time of first report to the second, what comes next', () => {
    const mail = leadReceivedMail({ ...facts, at: lead.submittedAt }, zh);
    expect(mail).toMatchObject({ kind: 'lead.received', subject: '收到线索L-2026-00017' });
    expect(mail.to).toEqual({ personId: 'p1', name: '桑启明', address: 'scout-01@yijiang.example' });
    expect(mail.text).toBe(`桑启明您好：

您登记的“新能源汽车热管理集成模块生产基地”已收到。

本邮件是首报回执。首报以下列时间为准；与他人撞单时，按首报先后和佐证裁定。

秘书处将在3个工作日内受理或退回补正，结果另行通知。

编号：L-2026-00017
首报时间：2026年3月5日（星期四）10:12:06
版次：第1版

查看线索：
https://yushen.example/leads/01

—
宜江市招商预审专班秘书处
本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。
`);
  });

  it('the receipt of a second revision keeps the first report and adds when it was handed in', () => {
    const again = { ...lead, revision: 2 };
    const mail = leadReceivedMail({ ...facts, lead: again, at: '2026-03-09T01:00:00.000Z' }, zh);
    expect(mail.text).toContain('编号和首报时间不变');
    expect(mail.text).toContain('首报时间：2026年3月5日（星期四）10:12:06');
    expect(mail.text).toContain('本次提交：2026年3月9日（星期一）09:00');
  });

  it('returned: the reasons word for word, and the way into the form', () => {
    const reason = '缺环评依据。\n请补充污染物种类，见 http://evil.example/x';
    const mail = leadReturnedMail({ ...facts, reason, url: `${facts.url}/edit` }, zh);
    expect(mail.subject).toBe('线索L-2026-00017请补正');
    expect(mail.text).toContain('缺什么、怎么补：缺环评依据。 请补充污染物种类');
    expect(mail.text).not.toContain('http://evil');
    expect(mail.text).toContain('补正并重新提交：\nhttps://yushen.example/leads/01/edit');
  });

  it('accepted, turned down, merged', () => {
    expect(leadAcceptedMail(facts, zh).text).toContain('已通过受理，进入待开轮');
    expect(leadAcceptedMail(facts, zh).text).not.toContain('秘书处意见：');
    expect(leadRejectedMail({ ...facts, reason: '不在受理范围' }, zh).text).toContain('理由：不在受理范围');
    const merged = leadMergedMail({ ...facts, otherNumber: 'L-2026-00004' }, zh);
    expect(merged.text).toContain('已并入L-2026-00004继续办理');
  });

  it('says the same in English', () => {
    const mail = leadReceivedMail({ ...facts, at: lead.submittedAt }, en);
    expect(mail.subject).toBe('Lead L-2026-00017 received');
    expect(mail.text).toContain('10:12:06');
    for (const make of [leadAcceptedMail, leadReturnedMail, leadRejectedMail, leadMergedMail]) {
      expect(make({ ...facts, reason: 'because', otherNumber: 'L-2026-00004' }, en).text).toContain(
        'L-2026-00017',
      );
    }
  });
});
