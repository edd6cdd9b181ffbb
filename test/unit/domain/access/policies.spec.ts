import { allows, isPolicy, policies, type PolicyName } from '../../../../src/domain/access/policies';
import { ROLES, type BallotViewer, type Role, type Viewer } from '../../../../src/domain/access/viewer';

const viewer = (...roles: Role[]): Viewer => ({
  personId: 'p1',
  account: 'person-01',
  name: '示例',
  unitId: 'u1',
  unitName: '市投促局',
  roles,
  locale: 'zh-CN',
});
const ballot: BallotViewer = { linkId: 'l1', roundId: 'r1', roundSeatId: 's1', personId: 'p1' };
const names = Object.keys(policies) as PolicyName[];
const openTo = (role: Role): PolicyName[] =>
  names.filter((name) => Array.isArray(policies[name]) && allows(name, viewer(role), null, 'production'));

describe('a policy', () => {
  it('for anyone asks nothing; for the signed in asks a person; for a ballot asks its link', () => {
    const anyone = names.filter((name) => allows(name, null, null, 'production'));
    expect(anyone.sort()).toEqual(
      [
        'asset.read',
        'claim.receipt',
        'link.open',
        'locale.switch',
        'mailbox.read',
        'ops.probe',
        'receipt.show',
        'session.setup',
        'session.signIn',
        'session.signOut',
      ].sort(),
    );
    expect(allows('page.home', viewer(), null, 'production')).toBe(true);
    expect(allows('page.home', null, ballot, 'production')).toBe(false);
    expect(allows('ballot.vote', null, ballot, 'production')).toBe(true);
  });

  it('for demo pages holds in demo mode only, whoever asks', () => {
    expect(allows('demo.signIn', null, null, 'demo')).toBe(true);
    expect(allows('demo.signIn', viewer(...ROLES), ballot, 'production')).toBe(false);
    expect(allows('demo.signIn', viewer(...ROLES), ballot, 'test')).toBe(false);
  });

  it('lets no role vote: a ballot is cast through a seat’s link', () => {
    expect(allows('ballot.vote', viewer(...ROLES), null, 'production')).toBe(false);
  });

  it('gives a ballot session nothing but ballot pages and the vetoes it has to do with', () => {
    const extra = names.filter(
      (name) => allows(name, null, ballot, 'production') && !allows(name, null, null, 'production'),
    );
    expect(extra).toEqual(['ballot.vote', 'veto.settle']);
  });

  it('keeps what scouts, inspectors and administrators may do apart', () => {
    expect(openTo('scout')).toEqual([
      'lead.list',
      'lead.create',
      'lead.import',
      'lead.show',
      'contact.show',
      'contact.unmask',
      'lead.edit',
      'lead.submit',
      'lead.withdraw',
      'lead.attach',
      'lead.answer',
      'transfer.answer',
      'question.answer',
      'claim.list',
      'claim.show',
      'claim.evidence',
      'dispute.show',
      'dispute.file',
      'dispute.answer',
      'coScout.answer',
      'chain.read',
      'visit.list',
      'visit.log',
      'campaign.list',
      'fairCompetition.show',
      'promise.show',
      'promise.list',
      'promise.record',
      'promise.pause',
      'letter.show',
      'cage.list',
      'cage.show',
    ]);
    // Trying rules out writes nothing: the simulator reads what it is given and answers.
    const reading = /\.(read|list|show)$|^rules\.simulate$/;
    expect(openTo('inspector').filter((name) => !reading.test(name))).toEqual([]);
    expect(openTo('admin')).toEqual([
      'ambassador.read',
      'outpost.read',
      'outpost.edit',
      'lead.handOver',
      'host.profile',
      'policy.keep',
      'calendar.read',
      'rubric.read',
      'panel.read',
      'panel.manage',
      'accessLog.read',
      'retention.read',
      'retention.hold',
      'disclosure.read',
      'disclosure.make',
      'admin.read',
      'admin.people',
      'setting.change',
      'unit.ties',
      'mail.read',
    ]);
    expect(openTo('panelist')).toEqual([]);
    expect(openTo('leadingGroup')).toContain('result.rule');
    expect(openTo('secretariat')).not.toContain('result.rule');
  });

  it('is known by name or not at all', () => {
    expect(isPolicy('lead.submit')).toBe(true);
    expect(isPolicy('toString')).toBe(false);
  });
});
