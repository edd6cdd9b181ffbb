import type { TypedForm } from '../ballots/ballot.form';
import type { Vote } from '../domain/ballot/ballot';

/** How a lead of the demo fares in its round. */
export type Fortune = 'strong' | 'good' | 'doubtful' | 'disputed' | 'weak';

/** A generator with a seed: the same city every time. (Mulberry32.) */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const marks: Record<Fortune, readonly number[]> = {
  strong: [4, 4, 4, 5, 5],
  good: [3, 4, 4, 4, 5],
  doubtful: [3, 3, 3, 4, 4],
  disputed: [4, 4, 5, 5, 5],
  weak: [1, 1, 2, 2, 3],
};

/** The departments' seats of the roll, and what they give to a lead that only they have doubts about. */
const departments = [2, 3, 4, 5];
const doubts = [1, 2, 2, 3, 3];

/** Two seats lean: one never gives the full mark, one never less than four where others give three. */
function leaning(seat: number, score: number): number {
  if (seat % 10 === 3) return Math.min(score, 4);
  return seat % 10 === 9 && score === 3 ? 4 : score;
}

/** Votes by seat, in the order of the roll; a round of ten. */
const votes: Record<Fortune, readonly Vote[]> = {
  strong: ['agree', 'agree', 'agree', 'agree', 'agree', 'supplement', 'agree', 'agree', 'agree', 'agree'],
  good: ['agree', 'supplement', 'agree', 'agree', 'supplement', 'agree', 'agree', 'agree', 'agree', 'agree'],
  doubtful: [
    'agree',
    'agree',
    'agree',
    'against',
    'supplement',
    'agree',
    'abstain',
    'agree',
    'agree',
    'supplement',
  ],
  disputed: [
    'agree',
    'agree',
    'supplement',
    'against',
    'against',
    'against',
    'agree',
    'agree',
    'agree',
    'agree',
  ],
  weak: [
    'agree',
    'against',
    'against',
    'against',
    'against',
    'supplement',
    'against',
    'agree',
    'against',
    'against',
  ],
};

const comments: Record<Vote, readonly string[]> = {
  agree: [
    '与本地链条衔接紧，买方已有意向，建议尽早落实用地。',
    '团队和资金情况清楚，同意推进；请同步准备环评材料。',
    '投资强度达到园区要求，用工需求与本地培训能力匹配。',
    '',
  ],
  supplement: [
    '请补充近两年审计报告和主要设备清单。',
    '请补充能耗测算和余热利用方案后再议。',
    '请补充意向客户的书面材料。',
  ],
  against: [
    '能耗指标缺口较大，建议落实节能改造和指标来源后再报。',
    '现有地块条件不符，建议与其他园区对接后重新提出。',
    '同类产能已偏多，建议调整产品定位后再研究。',
  ],
  abstain: ['对该工艺了解有限，本项弃权。'],
};

const reasons = ['与申报材料一致', '同行业比较后打分', '现场核实过', '依据要素答复'];

/** A filled-in ballot form for one seat and one lead; valid as it stands. */
export function demoBallot(
  fortune: Fortune,
  seat: number,
  criteria: readonly { code: string; commentRequiredFor: readonly number[] }[],
  chance: () => number,
): TypedForm {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const vote = votes[fortune][seat % 10] as Vote;
  const given = fortune === 'disputed' && departments.includes(seat % 10) ? doubts : marks[fortune];
  const scores = criteria.map(({ code, commentRequiredFor }) => ({
    code,
    commentRequiredFor,
    score: leaning(seat, pick(given)),
  }));
  return {
    scores: Object.fromEntries(scores.map(({ code, score }) => [code, String(score)])),
    na: {},
    reasons: Object.fromEntries(
      scores
        .filter(({ score, commentRequiredFor }) => commentRequiredFor.includes(score))
        .map(({ code }) => [code, pick(reasons)]),
    ),
    vote,
    comment: pick(comments[vote]),
    note: '',
  };
}
