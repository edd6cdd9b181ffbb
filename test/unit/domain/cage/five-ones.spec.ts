import { checkSlot, missingSlots, SLOTS, type FiveOnes } from '../../../../src/domain/cage/five-ones';

const complete: FiveOnes = {
  project: { cageNo: 'C-2026-0009', goal: '年产20万台热管理模块', contractFigures: '' },
  leader: { name: '黎仲衡', post: '副市长', since: '2026-04-14', contactRhythm: 'monthly' },
  team: {
    leadUnit: '经开区招商一部',
    members: [{ name: '梁予安', role: '牵头', phone: '15400000000' }],
    serviceOfficer: '岑若溪',
    alternate: '沈若宁',
  },
  plan: {
    milestones: [{ title: '土地出让合同', owner: '梁予安', dueOn: '2026-06-30', evidence: '合同' }],
    elementDemands: '',
    risks: '',
  },
  followThrough: {
    reviewRhythm: 'fortnightly',
    closingCondition: '达效',
    nextCheckOn: '2026-04-28',
    issues: '',
  },
};
const says = <S extends keyof FiveOnes>(slot: S, change: Partial<FiveOnes[S]>): string[] =>
  checkSlot(slot, { ...complete[slot], ...change }).map(({ field, because }) => `${field} ${because}`);

describe('the five ones', () => {
  it('are complete when all five slots are', () => {
    expect(missingSlots(complete)).toEqual([]);
    expect(missingSlots({})).toEqual(SLOTS);
    expect(missingSlots({ ...complete, leader: null })).toEqual(['leader']);
    expect(missingSlots({ ...complete, plan: { ...complete.plan, milestones: [] } })).toEqual(['plan']);
  });

  it('name a project with its number and its goal', () => {
    expect(says('project', { goal: ' ' })).toEqual(['goal textMissing']);
  });

  it('name a leader with post, date and rhythm', () => {
    expect(says('leader', { name: '', since: '', contactRhythm: 'sometimes' })).toEqual([
      'name textMissing',
      'since dayMissing',
      'contactRhythm choiceMissing',
    ]);
    expect(says('leader', { since: '2026-02-30' })).toEqual(['since dayUnreadable']);
  });

  it('name a team with members who can be reached', () => {
    expect(says('team', { members: [] })).toEqual(['members teamWithoutMember']);
    expect(says('team', { members: [{ name: '梁予安', role: '牵头', phone: '' }] })).toEqual([
      'members[0][phone] textMissing',
    ]);
  });

  it('hold a plan whose milestones have an owner, a date and the evidence wanted', () => {
    expect(says('plan', { milestones: [{ title: '报建', owner: '', dueOn: 'soon', evidence: '' }] })).toEqual(
      [
        'milestones[0][owner] textMissing',
        'milestones[0][evidence] textMissing',
        'milestones[0][dueOn] dayUnreadable',
      ],
    );
  });

  it('push to the end: a rhythm, a closing condition, the next check', () => {
    expect(says('followThrough', { reviewRhythm: '', closingCondition: '', nextCheckOn: '' })).toEqual([
      'reviewRhythm choiceMissing',
      'closingCondition textMissing',
      'nextCheckOn dayMissing',
    ]);
  });
});
