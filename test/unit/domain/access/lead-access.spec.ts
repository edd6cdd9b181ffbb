import {
  mayAnswerAsHost,
  mayEditLead,
  maySeeContact,
  maySeeContactViews,
  maySeeInvestor,
  maySeeLead,
  mayUnmaskContact,
  type LeadFacts,
} from '../../../../src/domain/access/lead-access';
import { maskedMail, maskedName, maskedPhone } from '../../../../src/domain/access/masked';
import { ROLES, type Role, type Viewer } from '../../../../src/domain/access/viewer';
import { LEAD_STATES } from '../../../../src/domain/lead/states';

const viewer = (roles: readonly Role[], over: Partial<Viewer> = {}): Viewer => ({
  personId: 'other',
  account: 'other-01',
  name: '示例',
  unitId: 'unit',
  unitName: '市投促局',
  roles,
  locale: 'zh-CN',
  ...over,
});
const lead = (over: Partial<LeadFacts> = {}): LeadFacts => ({
  state: 'queued',
  scoutId: 'scout',
  coScoutAccounts: ['scout-02'],
  hostUnitIds: ['park-ed'],
  isRestricted: false,
  keptAwayIds: [],
  ...over,
});
const owner = viewer(['scout'], { personId: 'scout' });
const helper = viewer(['scout'], { account: 'scout-02' });
const host = viewer(['host'], { unitId: 'park-ed' });
const sees = (who: Viewer, what: LeadFacts): boolean => maySeeLead(who, what) === null;

describe('a lead', () => {
  it('as a draft is seen by its scout alone', () => {
    const draft = lead({ state: 'draft' });
    expect(sees(owner, draft)).toBe(true);
    for (const role of ROLES) expect(maySeeLead(viewer([role]), draft)).toEqual({ because: 'leadNotFound' });
    expect(sees(helper, draft)).toBe(false);
    expect(sees(host, draft)).toBe(false);
  });

  it('once reported is seen by secretariat, inspector and leading group, not by another scout', () => {
    const reported = lead({ state: 'submitted' });
    const readers = ROLES.filter((role) => sees(viewer([role]), reported));
    expect(readers).toEqual(['secretariat', 'leadingGroup', 'inspector']);
    expect(sees(helper, reported)).toBe(true);
  });

  it('is seen by its hosts and the support departments from intake on', () => {
    const states = (who: Viewer) => LEAD_STATES.filter((state) => sees(who, lead({ state })));
    expect(states(host)).toEqual([
      'queued',
      'inReview',
      'admitted',
      'consulting',
      'resubmit',
      'deferred',
      'rejected',
    ]);
    expect(states(viewer(['supporter']))).toEqual(states(host));
    expect(states(viewer(['host'], { unitId: 'park-ht' }))).toEqual([]);
  });

  it('is edited by its scout while it is open', () => {
    const open = LEAD_STATES.filter((state) => mayEditLead(owner, lead({ state })) === null);
    expect(open).toEqual(['draft', 'returned', 'resubmit']);
    expect(mayEditLead(owner, lead())).toEqual({ because: 'leadNotEditable', details: { state: 'queued' } });
    expect(mayEditLead(helper, lead({ state: 'returned' }))?.because).toBe('notYourLead');
    expect(mayEditLead(viewer(['scout']), lead({ state: 'draft' }))?.because).toBe('leadNotFound');
    expect(mayEditLead(viewer(['secretariat']), lead({ state: 'returned' }))?.because).toBe('notYourLead');
  });

  it('is answered by a host for its own park, between intake and the vote', () => {
    const park = { unitId: 'park-ed' };
    expect(mayAnswerAsHost(host, lead(), park)).toBeNull();
    expect(mayAnswerAsHost(host, lead(), { unitId: 'park-ht' })?.because).toBe('notYourHost');
    expect(mayAnswerAsHost(host, lead({ state: 'inReview' }), park)?.because).toBe('hostAnswerTooLate');
    expect(mayAnswerAsHost(viewer(['host'], { unitId: 'park-ht' }), lead(), park)?.because).toBe(
      'leadNotFound',
    );
    const both = viewer(['host', 'secretariat'], { unitId: 'park-ht' });
    expect(mayAnswerAsHost(both, lead(), { unitId: 'park-ht' })?.because).toBe('hostNotIntended');
  });

  it('shows its contact to its own scout at once, to the parties and the secretariat for a purpose, to others never', () => {
    const parties = [owner, helper, host, viewer(['secretariat'])];
    const others = [
      viewer(['supporter']),
      viewer(['inspector']),
      viewer(['leadingGroup']),
      viewer(['scout']),
    ];
    expect([...parties, ...others].filter((who) => maySeeContact(who, lead()))).toEqual([owner]);
    expect(parties.map((who) => mayUnmaskContact(who, lead()))).toEqual([null, null, null, null]);
    expect(others.map((who) => mayUnmaskContact(who, lead())?.because)).toEqual([
      'contactNotForYou',
      'contactNotForYou',
      'contactNotForYou',
      'leadNotFound',
    ]);
    const told = [...parties, ...others].filter((who) => maySeeContactViews(who, lead()));
    expect(told.map(({ roles }) => roles.join())).toEqual(['scout', 'secretariat', 'inspector']);
  });

  it('masks a telephone, a mail address and a name so that they can be told apart and not be used', () => {
    expect(['15400000001', '12345', ''].map(maskedPhone)).toEqual(['154****0001', '****', '****']);
    expect(['zhang.wei@firm.example', 'ab@x.example', '@x', 'none', ''].map(maskedMail)).toEqual(
      ['zh****@firm.example', 'a****@x.example', '****', '****', ''].map((text) => text || '****'),
    );
    expect(['陈明远', '欧阳', '陈', 'Anna Lee', ''].map(maskedName)).toEqual([
      '陈**',
      '欧*',
      '陈*',
      'A****',
      '',
    ]);
  });

  it('hides the investor of a restricted lead from the support departments', () => {
    const restricted = lead({ isRestricted: true });
    expect(maySeeInvestor(viewer(['supporter']), restricted)).toBe(false);
    expect(maySeeInvestor(viewer(['supporter']), lead())).toBe(true);
    expect(
      [owner, host, viewer(['secretariat']), viewer(['inspector']), viewer(['leadingGroup'])].every((who) =>
        maySeeInvestor(who, restricted),
      ),
    ).toBe(true);
    expect(maySeeInvestor(viewer(['scout']), restricted)).toBe(false);
  });
});
