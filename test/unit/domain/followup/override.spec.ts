import {
  checkOverride,
  overridable,
  overrideChoices,
  OVERRIDES,
  type OverrideFacts,
} from '../../../../src/domain/followup/override';
import { LEAD_STATES } from '../../../../src/domain/lead/states';

const rejected: OverrideFacts = {
  computed: 'reject',
  stands: 'reject',
  announced: false,
  leadState: 'inReview',
};
const given = { result: 'admit', documentNumber: '市领〔2026〕12号', reason: '重大项目，另行研究' };

describe('the leading group deciding otherwise', () => {
  it('needs a decision that changes something, a document number and a reason', () => {
    expect(checkOverride(given, rejected)).toBeNull();
    const because = (change: Partial<typeof given>, facts = rejected): string | undefined =>
      checkOverride({ ...given, ...change }, facts)?.because;
    expect(because({ result: 'reject' })).toBe('overrideChangesNothing');
    expect(because({ result: 'void' })).toBe('overrideUnknown');
    expect(because({ documentNumber: ' ' })).toBe('documentNumberMissing');
    expect(because({ reason: '\n' })).toBe('reasonMissing');
  });

  it('sets nothing aside where nothing was decided: a void item goes back to the queue', () => {
    expect(overridable({ ...rejected, computed: 'void', stands: 'void' })?.because).toBe('voidNotOverridden');
  });

  it('may decide a borderline item that the chair has not ruled on in every way', () => {
    expect(overrideChoices({ ...rejected, computed: 'borderline', stands: null })).toEqual(OVERRIDES);
  });

  it('after the announcement reads from the lead what stands, and stops where the lead has moved on', () => {
    const at = (leadState: OverrideFacts['leadState']): OverrideFacts => ({
      ...rejected,
      announced: true,
      leadState,
    });
    expect(overrideChoices(at('rejected'))).toEqual(['admit', 'consult', 'resubmit', 'defer']);
    expect(overrideChoices(at('consulting'))).toEqual(['admit', 'resubmit', 'defer', 'reject']);
    expect(overridable(at('admitted'))?.because).toBe('overrideAdmitted');
    const open = LEAD_STATES.filter((state) => overridable(at(state)) === null);
    expect(open).toEqual(['consulting', 'resubmit', 'deferred', 'rejected']);
  });
});
