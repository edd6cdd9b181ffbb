import { ballotReceiptMail } from '../../../src/ballots/ballot-receipt.mail';
import { wordsFor } from '../../../src/words/words';

const facts = {
  person: { id: 'p', name: '李示例', email: 'li@city.example' },
  roundId: 'r',
  roundNumber: 'Y-2026-03',
  position: 4,
  isRecusal: false,
  version: 2,
  castAt: '2026-04-14T02:02:00.000Z',
  deadlineAt: '2026-04-16T10:00:00.000Z',
  code: '7F3C-01KA-ZZ10-9QVW',
  url: 'https://yushen.example/receipts/7f3c-01ka-zz10-9qvw',
};

describe('the receipt mail', () => {
  it('says that the ballot is recorded and how to revise it, in these words', () => {
    const mail = ballotReceiptMail(facts, wordsFor('zh-CN'));
    expect(mail).toMatchObject({
      kind: 'ballot.receipt',
      roundId: 'r',
      to: { personId: 'p', name: '李示例', address: 'li@city.example' },
      subject: '表决回执：轮次Y-2026-03第4项',
    });
    expect(mail.text).toMatchInlineSnapshot(`
     "李示例：

     您在轮次Y-2026-03第4项的表决已记录。本邮件不含表决内容。

     2026年4月16日（星期四）18:00前可用原链接进入改投，每一版都留存，以最后一版为准。

     如果不是您本人操作，请立即联系秘书处停用链接。

     回执号：7F3C-01KA-ZZ10-9QVW
     轮次：Y-2026-03
     议题：第4项
     版本：第2版
     记录时间：2026年4月14日（星期二）10:02

     核对回执：
     https://yushen.example/receipts/7f3c-01ka-zz10-9qvw

     —
     宜江市招商预审专班秘书处
     本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。
     "
    `);
  });

  it('says who entered it from paper, and whom to tell if it is not what was filled in', () => {
    const enteredBy = ['甲（秘书处）', '乙（秘书处）'];
    const mail = ballotReceiptMail({ ...facts, enteredBy }, wordsFor('zh-CN'));
    expect(mail.text).toContain(
      '这张票由秘书处按您交回的纸质票录入（录入、核对：甲（秘书处）、乙（秘书处））。如与您填写的不一致，请立即告知秘书处。',
    );
    expect(ballotReceiptMail(facts, wordsFor('zh-CN')).text).not.toContain('纸质票');
  });

  it('says the same of a recusal', () => {
    const mail = ballotReceiptMail({ ...facts, isRecusal: true, version: 3 }, wordsFor('zh-CN'));
    expect(mail.subject).toBe('回避回执：轮次Y-2026-03第4项');
    expect(mail.text).toMatchInlineSnapshot(`
     "李示例：

     您的席位已回避轮次Y-2026-03第4项。

     回避不能自行撤回；确有误报的，请在2026年4月16日（星期四）18:00前联系秘书处。

     如果不是您本人操作，请立即联系秘书处停用链接。

     回执号：7F3C-01KA-ZZ10-9QVW
     轮次：Y-2026-03
     议题：第4项
     版本：第3版
     记录时间：2026年4月14日（星期二）10:02

     核对回执：
     https://yushen.example/receipts/7f3c-01ka-zz10-9qvw

     —
     宜江市招商预审专班秘书处
     本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。
     "
    `);
  });

  it('speaks English to who reads English', () => {
    const mail = ballotReceiptMail(facts, wordsFor('en'));
    expect(mail.subject).toBe('Ballot receipt: round Y-2026-03, item 4');
    expect(mail.text).toMatchInlineSnapshot(`
     "Dear 李示例,

     Your ballot on item 4 of round Y-2026-03 is recorded. This mail does not say what is on it.

     Until Thu 16 Apr 2026 18:00 you can vote anew through the same link; every version is kept and the last one counts.

     If this was not you, ask the secretariat at once to withdraw the link.

     Receipt: 7F3C-01KA-ZZ10-9QVW
     Round: Y-2026-03
     Item: No. 4
     Version: Version 2
     Recorded: Tue 14 Apr 2026 10:02

     Check the receipt: 
     https://yushen.example/receipts/7f3c-01ka-zz10-9qvw

     —
     Secretariat of the pre-review panel, Yijiang
     This mail was sent by the system. Please do not reply; ask the secretariat.
     "
    `);
  });

  it('has the same in HTML, with the one link', () => {
    const { html } = ballotReceiptMail(facts, wordsFor('zh-CN'));
    expect(html).toContain('7F3C-01KA-ZZ10-9QVW');
    expect(new Set([...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]))).toEqual(
      new Set([facts.url]),
    );
  });
});
