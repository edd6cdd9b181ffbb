import { fieldOf } from './fields';
import type { LeadContent } from './lead-content';
import { lengthLimits } from './entry-rules';
import { problem, type FieldProblem } from './problem';
import type { Submission } from './submission';

const LETTER = /[\p{Script=Han}\p{Script=Latin}]/gu;
/** The beginning of a tag or comment; a bare “<5μm” is not one. */
const MARKUP = /<[/!?]?[a-z-]/i;
/** What a spreadsheet would take for a formula when the list is opened there. */
const FORMULA = /^[=+\-@]/;
/** 某公司, XX公司, ××: names that hide the name. Latin names with a double x (Foxx) are names. */
const PLACEHOLDER = /某|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[×*＊〇○]{2,}|待定|未知|匿名/;

/** The title and the investor's name: the two things a draft needs (lead-form rules 3.1 and 3.2). */
export function nameFaults(content: LeadContent): FieldProblem[] {
  return [...faultsOf('title', content.title), ...faultsOf('investorName', content.investorName)];
}

function faultsOf(code: 'title' | 'investorName', value: string | null): FieldProblem[] {
  if (value === null) return [problem(code, 'required')];
  const start = value.slice(0, 400);
  if (code === 'investorName' && FORMULA.test(start))
    return [problem(code, 'formulaPrefix', { symbol: start.slice(0, 1) })];
  if (MARKUP.test(start)) return [problem(code, 'markup')];
  const limits = lengthLimits(code, fieldOf(code), value);
  if (limits.length > 0) return limits;
  return (start.match(LETTER) ?? []).length < 2 ? [problem(code, 'tooFewLetters')] : [];
}

/** What, how and for whom: rules 3.1 beyond the single entries. */
export function checkIdentity(run: Submission): void {
  const { content, rules } = run;
  if (PLACEHOLDER.test((content.investorName ?? '').slice(0, 400)))
    run.error('investorName', 'placeholderName');
  if (content.existingFirm) run.warn('existingFirm', 'existingFirm');
  if (relocatesInsideCity(content, rules.cityRegionPrefix)) run.warn('investMode', 'relocationInsideCity');
}

/** Several schemes do not count a move within the city. */
export function relocatesInsideCity(content: LeadContent, cityRegionPrefix: string | null): boolean {
  if (content.investMode !== 'relocation') return false;
  const region = content.registeredRegion ?? content.uscc?.slice(2, 8) ?? '';
  return content.existingFirm || (cityRegionPrefix !== null && region.startsWith(cityRegionPrefix));
}
