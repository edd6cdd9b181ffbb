import { FIELDS } from '../lead/fields';
import type { Setting } from '../settings/setting';

/** A reason the secretariat picks instead of typing it: what is missing, and beside which field its scout reads it. */
export type ReturnReason = {
  /** `planMissing`: kept with each act, so that a reason whose words changed is still the same one. */
  readonly code: string;
  readonly text: string;
  /** A field of the lead form, or `attachments` for its papers. */
  readonly field: string;
};

/** The papers of a lead, beside its fields. */
export const PAPERS = 'attachments';

const MOST_REASONS = 40;

/** Where a reason can point. */
export const REASON_FIELDS: readonly string[] = [...FIELDS.map(({ code }) => code), PAPERS];

/** What secretariats write most often (lead-form 3: what the panel asks for); a city changes the list to its own words. */
const preset: readonly ReturnReason[] = [
  {
    code: 'investorUnclear',
    text: '投资方主体不明确，请按营业执照填写全称，并说明与实控人的关系。',
    field: 'investorName',
  },
  { code: 'codeUnproven', text: '统一社会信用代码与投资方名称不符，请核对并附营业执照。', field: 'uscc' },
  { code: 'summaryThin', text: '建设内容过于笼统，请写明产品、工艺、规模和分期。', field: 'summary' },
  {
    code: 'figuresUnfounded',
    text: '总投资与固定资产投资缺少测算依据，请说明口径和构成。',
    field: 'totalInvestmentWan',
  },
  { code: 'outputUnfounded', text: '达产产值与税收缺少测算依据，请说明口径。', field: 'annualOutputWan' },
  { code: 'landUnclear', text: '用地需求不明确，请填写亩数和用途，租赁的请填写面积。', field: 'landMu' },
  { code: 'energyMissing', text: '能耗、用电等数据缺失或前后不一致，请补充。', field: 'energyTce' },
  { code: 'environmentMissing', text: '环评类别或主要污染物未说明，请补充。', field: 'envCategory' },
  { code: 'hostMissing', text: '意向园区与项目要求不符，请先与园区对接后重新选择。', field: 'intendedHosts' },
  {
    code: 'requestUnclear',
    text: '政策诉求表述不清，请逐条写明内容、金额和依据的公开政策。',
    field: 'incentiveRequests',
  },
  { code: 'contactUnreachable', text: '投资方联系人无法联系，请核对姓名和电话。', field: 'contact' },
  { code: 'planMissing', text: '缺少商业计划书或可行性研究报告，请上传。', field: PAPERS },
];

/** The reasons for returning a lead, in the city's own words. */
export const returnReasons: Setting<readonly ReturnReason[]> = {
  key: 'return-reasons',
  preset,
  read: readReasons,
};

function readReasons(stored: unknown): readonly ReturnReason[] {
  if (!Array.isArray(stored) || stored.length > MOST_REASONS) throw new Error('not a list of reasons');
  const reasons = stored.map(readReason);
  const codes = new Set(reasons.map(({ code }) => code));
  if (codes.size !== reasons.length) throw new Error('two reasons have the same code');
  return reasons;
}

function readReason(stored: unknown): ReturnReason {
  if (typeof stored !== 'object' || stored === null) throw new Error('not a reason');
  const { code, text, field } = stored as Record<string, unknown>;
  if (typeof code !== 'string' || !/^[a-z][A-Za-z0-9]{1,39}$/.test(code))
    throw new Error('not a code of a reason');
  if (typeof text !== 'string' || text.trim().length < 4 || text.length > 200)
    throw new Error(`the reason ${code} has no text of 4 to 200 symbols`);
  if (typeof field !== 'string' || !REASON_FIELDS.includes(field))
    throw new Error(`the reason ${code} points at no field`);
  return { code, text: text.trim(), field };
}

/** The reasons that were ticked, in the order of the list; null where one is not on it. */
export function pickedReasons(
  list: readonly ReturnReason[],
  codes: readonly string[],
): readonly ReturnReason[] | null {
  const picked = list.filter(({ code }) => codes.includes(code));
  return picked.length === new Set(codes).size ? picked : null;
}

/** What stands on the record and in the mail: the reasons ticked, one a line, then what was typed. */
export function reasonText(picked: readonly ReturnReason[], typed: string): string {
  const lines = [...picked.map(({ text }) => text), typed.trim()].filter((line) => line !== '');
  if (picked.length === 0) return lines.join('\n');
  return lines.map((line, at) => (lines.length > 1 ? `${at + 1}. ${line}` : line)).join('\n');
}
