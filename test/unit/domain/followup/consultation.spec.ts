import fc from 'fast-check';
import {
  checkConclusion,
  concludable,
  conclusionsFor,
  type ConsultationFacts,
} from '../../../../src/domain/followup/consultation';

const held: ConsultationFacts = {
  state: 'open',
  meetsAt: '2026-03-20T02:00:00.000Z',
  now: '2026-03-20T03:00:00.000Z',
  participants: 4,
  heard: 2,
  resubmissions: 0,
  mostResubmissions: 2,
};

describe('a consultation', () => {
  it('is concluded once it was called, held, and half of those invited were heard', () => {
    expect(concludable(held)).toBeNull();
    expect(concludable({ ...held, meetsAt: null })?.because).toBe('meetingNotCalled');
    expect(concludable({ ...held, now: '2026-03-20T01:59:59.999Z' })?.because).toBe('meetingAhead');
    expect(concludable({ ...held, heard: 1 })).toEqual({
      because: 'opinionsMissing',
      details: { heard: 1, needed: 2, participants: 4 },
    });
    expect(concludable({ ...held, participants: 1, heard: 1 })?.because).toBe('participantsTooFew');
    expect(concludable({ ...held, state: 'concluded' })?.because).toBe('consultationOver');
  });

  it('counts half exactly: with 2h ≥ p enough are heard, with fewer never', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 0, max: 60 }), (participants, heard) => {
        const refusal = concludable({ ...held, participants, heard });
        expect(refusal === null).toBe(2 * heard >= participants);
      }),
    );
  });

  it('ends in admission, rejection, material or deferral, never in another consultation', () => {
    expect(conclusionsFor(held)).toEqual(['admit', 'reject', 'resubmit', 'defer']);
    expect(checkConclusion({ result: 'consult', reason: '再议' }, held)?.because).toBe('conclusionUnknown');
    expect(checkConclusion({ result: 'admit', reason: ' ' }, held)?.because).toBe('reasonMissing');
  });

  it('does not ask for material once too often', () => {
    const often = { ...held, resubmissions: 2 };
    expect(conclusionsFor(often)).not.toContain('resubmit');
    expect(checkConclusion({ result: 'resubmit', reason: '再补' }, often)).toEqual({
      because: 'resubmittedTooOften',
      details: { times: 2, most: 2 },
    });
  });
});
