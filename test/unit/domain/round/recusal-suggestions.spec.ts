import { GRADED_GROUNDS, interestGrades, isSerious } from '../../../../src/domain/round/interest-grades';
import {
  checkInterestReason,
  hidesDetail,
  keepsAway,
  standingOf,
} from '../../../../src/domain/round/interests';
import {
  suggestRecusals,
  type LeadTies,
  type SeatPerson,
  type UnitTies,
} from '../../../../src/domain/round/recusal-suggestions';

const unit = (over: Partial<UnitTies> = {}): UnitTies => ({
  id: 'unit',
  name: '恒岭精工',
  uscc: null,
  parent: '',
  industryCode: null,
  ...over,
});
const person = (over: Partial<SeatPerson> = {}): SeatPerson => ({
  seatId: 'seat',
  personId: 'person',
  account: 'panelist-10',
  name: '邢若拙',
  email: 'panelist-10@yijiang.example',
  mobile: null,
  units: [unit()],
  ...over,
});
const lead = (over: Partial<LeadTies> = {}): LeadTies => ({
  itemId: 'item',
  scoutId: 'scout',
  scoutUnitId: 'outpost',
  coScoutAccounts: [],
  referrer: { name: null, contact: null },
  investor: '澜岫热控系统',
  parent: '',
  uscc: null,
  industryCode: 'C3670',
  earlier: new Set(),
  ...over,
});
const grounds = (who: SeatPerson, what: LeadTies): readonly string[] =>
  suggestRecusals([who], [what]).flatMap((found) => found.grounds);

describe('an interest', () => {
  it('is not found where nothing ties a person to a lead, nor where nothing is known of either', () => {
    expect(grounds(person(), lead())).toEqual([]);
    const blank = lead({ investor: '', industryCode: null, referrer: { name: ' ', contact: '' } });
    expect(grounds(person({ name: '', mobile: '', units: [unit({ name: '' })] }), blank)).toEqual([]);
  });

  it.each<[string, SeatPerson, LeadTies]>([
    ['scout', person(), lead({ scoutId: 'person' })],
    ['coScout', person(), lead({ coScoutAccounts: ['panelist-10'] })],
    ['referrer', person(), lead({ referrer: { name: '邢 若拙', contact: null } })],
    [
      'referrer',
      person({ mobile: '15400000001' }),
      lead({ referrer: { name: null, contact: '１５４ 0000 0001' } }),
    ],
    ['referrer', person(), lead({ referrer: { name: null, contact: 'Panelist-10@yijiang.example' } })],
    [
      'employer',
      person({ units: [unit({ uscc: '91360000MA00000001' })] }),
      lead({ uscc: '91360000MA00000001' }),
    ],
    ['employer', person({ units: [unit({ name: '澜岫热控系统' })] }), lead()],
    ['group', person({ units: [unit({ parent: '澜岫集团' })] }), lead({ parent: '澜岫集团' })],
    ['group', person({ units: [unit({ parent: '澜岫热控系统' })] }), lead()],
    ['group', person({ units: [unit({ name: '恒岭精工' })] }), lead({ parent: '恒岭精工' })],
    ['earlier', person(), lead({ earlier: new Set(['person']) })],
    ['sameIndustry', person({ units: [unit({ industryCode: 'C3670' })] }), lead()],
    ['scoutUnit', person({ units: [unit({ id: 'outpost' })] }), lead()],
  ])('is found: %s', (ground, who, what) => {
    expect(grounds(who, what)).toEqual([ground]);
  });

  it('names every ground there is, for each person of each seat and each item', () => {
    const people = [
      person({ units: [unit({ industryCode: 'C3670', id: 'outpost' })] }),
      person({
        seatId: 'other',
        personId: 'alternate',
        account: 'x',
        name: '另一人',
        email: 'x@y',
        units: [],
      }),
    ];
    const found = suggestRecusals(people, [lead(), lead({ itemId: 'second', scoutId: 'alternate' })]);
    expect(found).toEqual([
      { itemId: 'item', seatId: 'seat', personId: 'person', grounds: ['sameIndustry', 'scoutUnit'] },
      { itemId: 'second', seatId: 'seat', personId: 'person', grounds: ['sameIndustry', 'scoutUnit'] },
      { itemId: 'second', seatId: 'other', personId: 'alternate', grounds: ['scout'] },
    ]);
  });

  it('keeps away while a serious one is undecided, and once it is confirmed; whoever reported a lead reads it on', () => {
    expect(keepsAway('open', ['group'])).toBe(true);
    expect(keepsAway('open', ['sameIndustry', 'scoutUnit'])).toBe(false);
    expect(keepsAway('confirmed', ['scoutUnit'])).toBe(true);
    expect([keepsAway('dismissed', ['group']), keepsAway('left', ['group'])]).toEqual([false, false]);
    expect(keepsAway('confirmed', ['scout', 'employer'])).toBe(false);
    expect([isSerious(['told']), isSerious(['declared']), isSerious(['scoutUnit'])]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('of a possible rival hides the detail until somebody has said that there is none', () => {
    expect([hidesDetail('open', ['sameIndustry']), hidesDetail('left', ['sameIndustry'])]).toEqual([
      true,
      true,
    ]);
    expect(hidesDetail('dismissed', ['sameIndustry'])).toBe(false);
    expect(hidesDetail('left', ['scoutUnit'])).toBe(false);
  });

  it('that was dismissed is open again once a new ground is found, and a confirmed one stays', () => {
    expect(standingOf(['scout'], { standing: 'dismissed', grounds: ['scout'] })).toBe('byRule');
    expect(standingOf(['group'], null)).toBe('open');
    expect(standingOf(['group'], { standing: 'dismissed', grounds: ['group', 'told'] })).toBe('dismissed');
    expect(standingOf(['employer', 'group'], { standing: 'dismissed', grounds: ['group'] })).toBe('open');
    expect(standingOf(['employer', 'group'], { standing: 'confirmed', grounds: ['group'] })).toBe(
      'confirmed',
    );
  });

  it('weighs what the city says it weighs: excluded by rule, to be decided, or only said', () => {
    const strict = interestGrades.read({
      ...interestGrades.preset,
      employer: 'excludes',
      sameIndustry: 'decide',
    });
    const lax = interestGrades.read({ ...interestGrades.preset, group: 'near' });
    expect([standingOf(['employer'], null), standingOf(['employer'], null, strict)]).toEqual([
      'open',
      'byRule',
    ]);
    expect(standingOf(['employer'], { standing: 'dismissed', grounds: ['employer'] }, strict)).toBe('byRule');
    expect([keepsAway('open', ['employer'], strict), keepsAway('confirmed', ['employer'], strict)]).toEqual([
      true,
      true,
    ]);
    expect([isSerious(['sameIndustry'], strict), isSerious(['sameIndustry'])]).toEqual([true, false]);
    expect([keepsAway('open', ['group'], lax), keepsAway('open', ['group'])]).toEqual([false, true]);
    // Nobody grades away that a scout does not vote on their own lead, or what a person has declared.
    const none = interestGrades.read(Object.fromEntries(GRADED_GROUNDS.map((ground) => [ground, 'near'])));
    expect([standingOf(['scout'], null, none), isSerious(['declared'], none)]).toEqual(['byRule', true]);
    expect(keepsAway('confirmed', ['scout'], strict)).toBe(false);
  });

  it('is graded by whole lists alone', () => {
    for (const stored of [null, {}, { ...interestGrades.preset, employer: 'sometimes' }])
      expect(() => interestGrades.read(stored)).toThrow('the grade of');
    expect(interestGrades.read(JSON.parse(JSON.stringify(interestGrades.preset)))).toEqual(
      interestGrades.preset,
    );
  });

  it('is decided with a reason', () => {
    expect(checkInterestReason(' 三个字 ')).toEqual({
      because: 'interestNeedsReason',
      details: { fewest: 4, has: 3 },
    });
    expect(checkInterestReason('字'.repeat(501))?.because).toBe('interestReasonLong');
    expect(checkInterestReason('已经离职两年')).toBeNull();
  });
});
