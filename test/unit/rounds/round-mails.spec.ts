import { reminderDigestMail } from '../../../src/rounds/reminder-digest.mail';
import { roundCancelledMail } from '../../../src/rounds/round-cancelled.mail';
import { roundExtendedMail } from '../../../src/rounds/round-extended.mail';
import { roundInvitationMail } from '../../../src/rounds/round-invitation.mail';
import { roundReminderMail } from '../../../src/rounds/round-reminder.mail';
import { wordsFor } from '../../../src/words/words';

const zh = wordsFor('zh-CN');
const en = wordsFor('en');

const facts = {
  person: { id: 'p1', name: '温景川', email: 'wen@yijiang.example' },
  roundId: 'r1',
  roundNumber: 'Y-2026-03',
  items: 8,
  deadlineAt: '2026-04-16T10:00:00.000Z',
  sender: '专班秘书处',
  seatUnit: '经济技术开发区',
  url: 'https://yushen.example/v/token',
  code: '7F3C-0KQA',
  codeUrl: 'https://yushen.example/v',
  waiting: 5,
};

describe('the mails of a round', () => {
  it('invite with number, count, deadline with its weekday, sender, link, and nothing else', () => {
    const mail = roundInvitationMail(facts, zh);
    expect(mail).toMatchObject({
      kind: 'round.invitation',
      roundId: 'r1',
      to: { personId: 'p1', name: '温景川', address: 'wen@yijiang.example' },
      subject: '请表决：预审轮次Y-2026-03',
    });
    expect(mail.text).toBe(`温景川：您好

预审轮次Y-2026-03已开启，有8项议题请您评分表决。

请按下面的按钮进入，不用登录；截止前可以随时返回修改。链接只供您本人使用，请勿转发。

轮次：Y-2026-03
席位：经济技术开发区
议题：8项
截止：2026年4月16日（星期四）18:00（北京时间）
发出单位：专班秘书处

进入表决：
https://yushen.example/v/token

链接点不开时，请在浏览器里打开下面的地址，填本邮件的收件邮箱（或席位单位）和短码 7F3C-0KQA：
https://yushen.example/v

—
宜江市招商预审专班秘书处
本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。
`);
    expect(mail.html).toContain('href="https://yushen.example/v/token"');
  });

  it('speak the language of the holder', () => {
    const mail = roundInvitationMail(facts, en);
    expect(mail.subject).toBe('Please vote: round Y-2026-03');
    expect(mail.text).toContain('Round Y-2026-03 is open, with 8 items for you to score and vote on.');
    expect(mail.text).toMatch(/Deadline: .*Thu.*2026.*18:00 \(Beijing time\)/);
  });

  it('say of a new link that the old one is dead and ballots stay', () => {
    const mail = roundInvitationMail({ ...facts, isReplacement: true }, zh);
    expect([mail.kind, mail.subject]).toEqual(['round.invitation', '新的表决链接：预审轮次Y-2026-03']);
    expect(mail.text).toContain('此前寄给您的链接已失效，已投的票仍然有效。');
  });

  it('remind with what is still to be done', () => {
    const mail = roundReminderMail(facts, zh);
    expect([mail.kind, mail.subject]).toEqual(['round.reminder', '还有5项待表决：预审轮次Y-2026-03']);
    expect(mail.text).toContain('还有5项议题等您表决。此前寄给您的链接同样可以使用。');
  });

  it('remind of several seats in one mail, by deadline, with a link for each', () => {
    const later = {
      ...facts,
      roundId: 'r2',
      roundNumber: 'Y-2026-04',
      seatUnit: '市科技局',
      deadlineAt: '2026-04-20T10:00:00.000Z',
      url: 'https://yushen.example/v/other',
      waiting: 2,
    };
    const mail = reminderDigestMail([later, facts], zh);
    expect(mail).toMatchObject({ kind: 'round.reminder', roundId: 'r1', moreRoundIds: ['r2'] });
    expect(mail.subject).toBe('还有7项待表决：预审轮次Y-2026-03、Y-2026-04');
    expect(mail.text).toBe(`温景川：您好

您在2个席位上还有7项议题没有表决，下面按截止先后列出。此前寄给您的链接同样可以使用。

请按各席位的按钮进入，不用登录；截止前可以随时返回修改。链接只供您本人使用，请勿转发。

经济技术开发区：还有5项
轮次：Y-2026-03
席位：经济技术开发区
议题：8项
截止：2026年4月16日（星期四）18:00（北京时间）
发出单位：专班秘书处
进入表决：
https://yushen.example/v/token
链接点不开时，请在浏览器里打开下面的地址，填本邮件的收件邮箱（或席位单位）和短码 7F3C-0KQA：
https://yushen.example/v

市科技局：还有2项
轮次：Y-2026-04
席位：市科技局
议题：8项
截止：2026年4月20日（星期一）18:00（北京时间）
发出单位：专班秘书处
进入表决：
https://yushen.example/v/other
链接点不开时，请在浏览器里打开下面的地址，填本邮件的收件邮箱（或席位单位）和短码 7F3C-0KQA：
https://yushen.example/v

—
宜江市招商预审专班秘书处
本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。
`);
    expect(mail.html.match(/href="https:\/\/yushen.example\/v\/token"/g)).toHaveLength(2);
    expect(reminderDigestMail([facts], zh)).toEqual(roundReminderMail(facts, zh));
  });

  it('tell of an extension with the new deadline', () => {
    const mail = roundExtendedMail({ ...facts, deadlineAt: '2026-04-21T10:00:00.000Z' }, zh);
    expect([mail.kind, mail.subject]).toEqual(['round.extended', '已延期：预审轮次Y-2026-03']);
    expect(mail.text).toContain('截止：2026年4月21日（星期二）18:00（北京时间）');
  });

  it('tell of a cancellation, without a link', () => {
    const mail = roundCancelledMail(facts, zh);
    expect([mail.kind, mail.subject]).toEqual(['round.cancelled', '已取消：预审轮次Y-2026-03']);
    expect(mail.text).toBe(`温景川：您好

预审轮次Y-2026-03已由专班秘书处取消，不必再投，此前寄给您的链接已失效。

—
宜江市招商预审专班秘书处
本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。
`);
  });
});
