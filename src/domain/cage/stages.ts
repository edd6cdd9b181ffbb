import { defineMachine } from '../shared/machine';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';
import type { Day } from '../shared/instant';

export const STAGES = ['talks', 'signed', 'landed', 'started', 'operating', 'performing'] as const;
export type Stage = (typeof STAGES)[number];
export type ProjectState = Stage | 'exited';

/** A stage's conditions: of each entry's alternatives, one has to be there in full. Codes name kinds of evidence. */
export interface StageRule {
  readonly stage: Stage;
  readonly evidence: readonly { readonly code: string; readonly anyOf: readonly (readonly string[])[] }[];
  /** Days a project may stay before its light turns; null where a contract sets the date. */
  readonly clockDays: number | null;
}

const all = (code: string): StageRule['evidence'][number] => ({ code, anyOf: [[code]] });
const either = (code: string, ...anyOf: readonly string[][]): StageRule['evidence'][number] => ({
  code,
  anyOf,
});

/** What moves a project on, and what it is given to move on again. Ceremonies, intentions and reservations are not in it. */
export const STAGE_RULES: readonly StageRule[] = [
  { stage: 'talks', evidence: [], clockDays: 180 },
  { stage: 'signed', evidence: [all('contract'), all('fairCompetitionCheck')], clockDays: 90 },
  {
    stage: 'landed',
    evidence: [
      all('businessLicence'),
      all('projectFiling'),
      either('landOrLease', ['landContract', 'landPayment'], ['leaseContract']),
    ],
    clockDays: null,
  },
  {
    stage: 'started',
    evidence: [
      // Leased plant that is only fitted out has no construction permit: equipment stands for works there.
      either(
        'works',
        ['constructionPermit', 'worksContract', 'sitePhotoVerified'],
        ['permitExemption', 'worksContract', 'sitePhotoVerified'],
        ['equipmentContract', 'equipmentPayment', 'equipmentPhotoVerified'],
      ),
    ],
    clockDays: null,
  },
  {
    stage: 'operating',
    evidence: [all('acceptance'), all('salesInvoice'), all('meterRecord')],
    clockDays: 730,
  },
  {
    stage: 'performing',
    evidence: [all('taxCertificate'), all('statisticsNote'), all('performanceReview')],
    clockDays: null,
  },
];

export const EXIT_CODES = [
  'investorWithdrew',
  'noProgress',
  'termsFailed',
  'vetoLater',
  'falseInfo',
  'landLapsed',
  'transferredOut',
  'merged',
  'completed',
] as const;
export type ExitCode = (typeof EXIT_CODES)[number];

export interface StageFacts {
  readonly fiveOnesComplete: boolean;
  /** Codes of the evidence at hand for the stage to be entered. */
  readonly evidence: ReadonlySet<string>;
  readonly occurredOn: Day;
  /** When the present stage was entered. */
  readonly enteredOn: Day;
  readonly today: Day;
  /** Conditions of the admission that are not met; nothing is signed before they are. 0 when left out. */
  readonly openConditions?: number;
  /** The project is back with the panel: it moves nowhere until it has been judged. */
  readonly recalled?: boolean;
}

export interface ExitFacts {
  readonly code: string;
  readonly reason: string;
  readonly evidence: number;
}

/** The life of a project in the cage. Stages follow one another; none is skipped. */
export const cageMachine = defineMachine({
  name: 'project',
  moves: {
    sign: { from: ['talks'], to: 'signed', refusal: (facts: StageFacts) => mayEnter('signed', facts) },
    land: { from: ['signed'], to: 'landed', refusal: (facts: StageFacts) => mayEnter('landed', facts) },
    start: { from: ['landed'], to: 'started', refusal: (facts: StageFacts) => mayEnter('started', facts) },
    operate: {
      from: ['started'],
      to: 'operating',
      refusal: (facts: StageFacts) => mayEnter('operating', facts),
    },
    perform: {
      from: ['operating'],
      to: 'performing',
      refusal: (facts: StageFacts) => mayEnter('performing', facts),
    },
    exit: { from: STAGES, to: 'exited', refusal: mayExit },
  },
});

/** The move that enters a stage; null for `talks`, which only an admission enters. */
export function moveInto(stage: Stage): 'sign' | 'land' | 'start' | 'operate' | 'perform' | null {
  const moves = {
    talks: null,
    signed: 'sign',
    landed: 'land',
    started: 'start',
    operating: 'operate',
  } as const;
  return stage === 'performing' ? 'perform' : moves[stage];
}

/** What a stage still wants: codes of its conditions that no alternative fulfils. */
export function missingEvidence(stage: Stage, evidence: ReadonlySet<string>): readonly string[] {
  return (STAGE_RULES.find((rule) => rule.stage === stage)?.evidence ?? [])
    .filter(({ anyOf }) => !anyOf.some((codes) => codes.every((code) => evidence.has(code))))
    .map(({ code }) => code);
}

function mayEnter(stage: Stage, facts: StageFacts): Refusal | null {
  const { occurredOn, enteredOn, today } = facts;
  const missing = missingEvidence(stage, facts.evidence);
  const { openConditions = 0, recalled = false } = facts;
  return firstRefusal(
    () => (recalled ? refuse('projectRecalled') : null),
    () =>
      stage === 'signed' && openConditions > 0 ? refuse('conditionsOpen', { count: openConditions }) : null,
    () => (facts.fiveOnesComplete ? null : refuse('fiveOnesIncomplete', { stage })),
    () => (missing.length > 0 ? refuse('evidenceMissing', { stage, missing: missing.join(',') }) : null),
    () => (occurredOn > today ? refuse('stageInFuture', { occurredOn, today }) : null),
    () => (occurredOn < enteredOn ? refuse('stageBeforeLast', { occurredOn, enteredOn }) : null),
  );
}

function mayExit({ code, reason, evidence }: ExitFacts): Refusal | null {
  return firstRefusal(
    () => ((EXIT_CODES as readonly string[]).includes(code) ? null : refuse('exitCodeUnknown')),
    () => (reason.trim() === '' ? refuse('reasonMissing') : null),
    () => (evidence > 0 ? null : refuse('exitEvidenceMissing')),
  );
}
