import { leadUndecidedMail } from '../../../src/results/lead-undecided.mail';
import { ledgerHeadMail } from '../../../src/results/ledger-head.mail';
import { letterContent } from '../../../src/results/letter-content';
import { letterReleasedMail } from '../../../src/results/letter-released.mail';
import { rulingWantedMail } from '../../../src/results/ruling-wanted.mail';
import { parseHeads } from '../../../src/ledger/heads-file';
import { projectSponsoredMail } from '../../../src/cage/project-sponsored.mail';
import { wordsFor } from '../../../src/words/words';
import { aLetter } from './a-letter';

const words = wordsFor('zh-CN');
const person = { id: 'p', name: '沈若宁', email: 'one@yijiang.example' };
const foot = [
  '—',
  '宜江市招商预审专班秘书处',
  '本邮件由系统自动发出，请勿直接回复。有疑问请联系秘书处。',
  '',
];

describe('the mails about results', () => {
  it('the letter, in full', () => {
    const content = letterContent(aLetter(), words);
    const mail = letterReleasedMail({ person, content, url: 'https://y.example/letters/1' }, words);
    expect(mail.subject).toBe('预审意见书〔2026〕17号：L-2026-00019 入笼');
    expect(mail.text.split('\n').filter((line) => line !== '')).toEqual(
      [
        '预审意见书〔2026〕17号',
        content.to,
        content.opening,
        ...content.sections.map(({ heading, text }) => heading + text),
        content.office,
        content.date,
        '打开意见书，可打印：',
        'https://y.example/letters/1',
        ...foot,
      ].filter((line) => line !== ''),
    );
  });

  it('the heads and receipts, which the verifier reads as they stand', () => {
    const closing = { seq: 170, hash: 'a1'.repeat(32) };
    const head = { seq: 192, hash: 'b2'.repeat(32) };
    const receipts = [{ position: 1, code: 'hw12-zn7q-jynq-jve6' }];
    const mail = ledgerHeadMail(
      { person, roundNumber: 'Y-2026-03', closing, announced: head, receipts },
      words,
    );
    const closed = ledgerHeadMail(
      { ...{ person, roundNumber: 'Y-2026-03' }, closing, announced: null, receipts },
      words,
    );
    expect([closed.kind, closed.subject]).toEqual([
      'ledger.closed',
      '预审轮次Y-2026-03已截止计票：账本截止码与您的回执',
    ]);
    expect(closed.text.split('\n').slice(6, 8)).toEqual([mail.text.split('\n')[6], mail.text.split('\n')[8]]);
    expect(parseHeads(closed.text)).toEqual([closing]);
    expect(mail.subject).toBe('预审轮次Y-2026-03已发布：账本截止码与您的回执');
    const groups = (pair: string): string => Array.from({ length: 16 }, () => pair).join(' ');
    expect(mail.text.split('\n')).toEqual([
      '预审轮次Y-2026-03已发布',
      '',
      '下面是账本在截止和发布时的截止码，以及您席位所投各票的回执。请保留这封邮件。',
      '',
      '以后如有人改动或删去记录，凭这里的截止码就能查出来；凭回执可以查到您的票在账本里。它证明记录没有被改，不证明记录之前发生的事。',
      '',
      `截止时：第170号：${groups('a1a1')}`,
      `发布时：第192号：${groups('b2b2')}`,
      '第1项回执：hw12-zn7q-jynq-jve6',
      '',
      ...foot,
    ]);
    expect(parseHeads(mail.text)).toEqual([closing, head]);
  });

  it('a void item: it will be looked at again', () => {
    const facts = {
      person,
      leadNumber: 'L-2026-00003',
      roundNumber: 'Y-2026-01',
      url: 'https://y.example/leads/1',
    };
    const mail = leadUndecidedMail(facts, words);
    expect([mail.subject, ...mail.text.split('\n')]).toEqual([
      '线索L-2026-00003将再次安排预审',
      '线索L-2026-00003将再次安排预审',
      '',
      'Y-2026-01轮表决没有达到法定人数，不作结论，这与项目本身无关。',
      '',
      '线索已回到待审，秘书处会安排下一轮。您不需要再做什么。',
      '',
      '查看线索：',
      'https://y.example/leads/1',
      '',
      ...foot,
    ]);
  });

  it('the chair is asked to rule', () => {
    const facts = {
      person,
      roundNumber: 'Y-2026-01',
      items: 2,
      due: '2026年3月24日（星期二）18:00',
      url: 'https://y.example/r',
    };
    const mail = rulingWantedMail(facts, words);
    expect([mail.subject, ...mail.text.split('\n')]).toEqual([
      'Y-2026-01轮有2项待您裁定',
      '沈若宁，Y-2026-01轮有2项待您裁定',
      '',
      'Y-2026-01轮已截止计票。有2项既未入笼也未否决，按规则由组长在会商、补充材料再审、暂缓中裁定。',
      '',
      '裁定之后才能发布。意见书应于2026年3月24日（星期二）18:00前寄出。',
      '',
      '查看结果并裁定：',
      'https://y.example/r',
      '',
      ...foot,
    ]);
  });

  it('a sponsor is named', () => {
    const facts = {
      person,
      cageNo: 'C-2026-0001',
      due: '2026年3月30日（星期一）',
      url: 'https://y.example/cage/1',
    };
    const mail = projectSponsoredMail(facts, words);
    expect([mail.subject, ...mail.text.split('\n')]).toEqual([
      '请您包保项目C-2026-0001',
      '沈若宁，您已被明确为项目C-2026-0001的包保领导',
      '',
      '项目C-2026-0001已经预审入笼。今后亮红灯和需要协调的事，会直接报到您这里。',
      '',
      '项目的五个一限2026年3月30日（星期一）前建齐。打开项目页可以看到亮灯、接下来的事和各方责任人。',
      '',
      '打开项目：',
      'https://y.example/cage/1',
      '',
      ...foot,
    ]);
  });

  it('all have English words too', () => {
    const en = wordsFor('en');
    const closing = null;
    const head = { seq: 1, hash: 'a1'.repeat(32) };
    const facts = {
      person,
      roundNumber: 'Y-2026-01',
      leadNumber: 'L',
      url: 'https://y.example',
      items: 1,
      due: 'today',
      cageNo: 'C',
    };
    for (const mail of [
      leadUndecidedMail(facts, en),
      ledgerHeadMail({ ...facts, closing, announced: head, receipts: [] }, en),
      rulingWantedMail(facts, en),
      projectSponsoredMail(facts, en),
      letterReleasedMail({ person, content: letterContent(aLetter(), words), url: 'https://y.example' }, en),
    ])
      expect(mail.subject).toMatch(/^[A-Z]/);
  });
});
