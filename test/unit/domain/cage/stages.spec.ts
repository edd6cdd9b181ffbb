import {
  cageMachine,
  EXIT_CODES,
  missingEvidence,
  moveInto,
  STAGES,
  type StageFacts,
} from '../../../../src/domain/cage/stages';

const signing = (said: Partial<StageFacts> = {}) =>
  cageMachine.check('sign', 'talks', {
    fiveOnesComplete: true,
    evidence: new Set(['contract', 'fairCompetitionCheck']),
    occurredOn: '2026-04-10',
    enteredOn: '2026-03-01',
    today: '2026-04-14',
    ...said,
  });

describe('a project in the cage', () => {
  it('moves from talks to performing without skipping a stage, and can leave from each', () => {
    expect(STAGES.map((stage) => cageMachine.movesFrom(stage))).toEqual([
      ['sign', 'exit'],
      ['land', 'exit'],
      ['start', 'exit'],
      ['operate', 'exit'],
      ['perform', 'exit'],
      ['exit'],
    ]);
    for (const stage of STAGES) {
      const move = moveInto(stage);
      if (move !== null) expect(cageMachine.to(move)).toBe(stage);
    }
    expect(moveInto('talks')).toBeNull();
  });

  it('is signed on a sealed contract and a fair-competition check, with its five ones complete', () => {
    expect(signing()).toBeNull();
    expect(signing({ evidence: new Set(['letterOfIntent']) })).toEqual({
      because: 'evidenceMissing',
      details: { stage: 'signed', missing: 'contract,fairCompetitionCheck' },
    });
    expect(signing({ fiveOnesComplete: false })?.because).toBe('fiveOnesIncomplete');
  });

  it('enters a stage on a day that has come, and not before the stage it leaves', () => {
    expect(signing({ occurredOn: '2026-04-15' })?.because).toBe('stageInFuture');
    expect(signing({ occurredOn: '2026-02-28' })?.because).toBe('stageBeforeLast');
  });

  it('lands with bought land or with a lease', () => {
    const common = ['businessLicence', 'projectFiling'];
    expect(missingEvidence('landed', new Set([...common, 'landContract', 'landPayment']))).toEqual([]);
    expect(missingEvidence('landed', new Set([...common, 'leaseContract']))).toEqual([]);
    expect(missingEvidence('landed', new Set([...common, 'landContract']))).toEqual(['landOrLease']);
  });

  it('starts with permit, works and a verified photo, or with equipment where a leased plant is fitted out', () => {
    expect(
      missingEvidence('started', new Set(['constructionPermit', 'worksContract', 'sitePhotoVerified'])),
    ).toEqual([]);
    expect(
      missingEvidence(
        'started',
        new Set(['equipmentContract', 'equipmentPayment', 'equipmentPhotoVerified']),
      ),
    ).toEqual([]);
    expect(
      missingEvidence('started', new Set(['constructionPermit', 'equipmentPayment', 'sitePhotoVerified'])),
    ).toEqual(['works']);
  });

  it('exits with a code, a reason and evidence', () => {
    const exit = (code: string, reason: string, evidence: number) =>
      cageMachine.check('exit', 'landed', { code, reason, evidence })?.because;
    for (const code of EXIT_CODES) expect(exit(code, '投资方放弃', 1)).toBeUndefined();
    expect(exit('bored', '投资方放弃', 1)).toBe('exitCodeUnknown');
    expect(exit('noProgress', '', 1)).toBe('reasonMissing');
    expect(exit('noProgress', '两年未开工', 0)).toBe('exitEvidenceMissing');
  });
});
