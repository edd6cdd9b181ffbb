import { claimMail, type ClaimMailKind } from '../../../src/claims/claim.mail';
import { wordsFor } from '../../../src/words/words';

const person = { id: 'p', name: '方远', email: 'scout-01@yijiang.example' };
const url = 'https://yushen.example/leads/x';
const kinds: readonly ClaimMailKind[] = [
  'lapsesSoon',
  'lapsed',
  'disputeFiled',
  'disputeProposed',
  'disputeRuled',
  'coScoutAsked',
  'leadsGiven',
  'leadsTaken',
];

describe('a mail about a first report', () => {
  it('tells a scout before the lapse what will happen when, and what renews it', () => {
    const facts = { person, lead: 'L-2026-00017', detail: '2026年5月16日（星期六）', url };
    const mail = claimMail('lapsesSoon', facts, wordsFor('zh-CN'));
    expect(mail.subject).toBe('首报即将失效：L-2026-00017');
    expect(mail.text).toContain(
      '您首报的L-2026-00017已较长时间没有跟进，2026年5月16日（星期六）失效。\n\n提交登门拜访、现场考察或签订意向的佐证即可续期。',
    );
    expect(mail.text).toContain(url);
  });

  it.each(kinds)('%s says the same in both forms and both languages, and leads to one place', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const mail = claimMail(kind, { person, lead: 'L-2026-00017', detail: '42', url }, wordsFor(locale));
      expect(mail.kind).toBe(`claim.${kind}`);
      expect(mail.to).toMatchObject({ personId: 'p', address: person.email });
      expect(mail.html).toContain('L-2026-00017');
      expect(mail.text.match(/https:\/\//g)).toHaveLength(1);
    }
  });
});
