import { compute, type Computed } from './computed';
import { grouped } from './decimals';
import { checkElements } from './element-rules';
import { checkFigures } from './figures-rules';
import { classifiedMarks, entryLimits, identityNumbers, missingEntries, unreadEntries } from './entry-rules';
import { checkIdentity, nameFaults } from './identity-rules';
import { checkInvestor } from './investor-rules';
import { positionOf } from './fields';
import type { LeadContent } from './lead-content';
import { checkPlace } from './place-rules';
import type { FieldProblem } from './problem';
import { scopeProblem } from './scope';
import { Submission, type SubmissionFacts } from './submission';

export interface DraftFindings {
  readonly errors: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
}

export interface SubmissionFindings extends DraftFindings {
  readonly computed: Computed;
}

/**
 * What stops even a draft: no title or investor, names that are none, marks of state secrets. Entries that cannot be
 * read are kept as typed and told as warnings.
 */
export function checkDraft(content: LeadContent): DraftFindings {
  return {
    errors: [...nameFaults(content), ...classifiedMarks(content)],
    warnings: [...unreadEntries(content), ...identityNumbers(content)],
  };
}

/** All rules of lead-form 3.1–3.5. Errors stop the submission; warnings go along with the lead. */
export function checkSubmission(content: LeadContent, facts: SubmissionFacts): SubmissionFindings {
  const run = new Submission(content, facts);
  run.errors.push(...nameFaults(content), ...classifiedMarks(content), ...unreadEntries(content));
  run.errors.push(...missingEntries(content), ...entryLimits(content));
  run.warnings.push(...identityNumbers(content));
  checkIdentity(run);
  const { legacyCandidate } = checkInvestor(run);
  checkFigures(run);
  checkElements(run);
  checkPlace(run);
  const computed = compute(run, legacyCandidate);
  warnOfComputed(run, computed);
  return { errors: inFormOrder(run.errors), warnings: inFormOrder(run.warnings), computed };
}

/** What is worked out and concerns the scout too. */
function warnOfComputed(run: Submission, { energyReview, scope }: Computed): void {
  const { energyTce } = run.content;
  if (energyReview === 'provincial')
    run.warn('energyTce', 'energyProvincial', { tce: grouped(energyTce ?? '0') });
  else if (energyReview === 'needed') run.warn('energyTce', 'energyReviewNeeded');
  run.warnings.push(...scope.findings.map(scopeProblem));
}

/** As the form asks, so that the summary reads from top to bottom; nothing is said twice beside one field. */
function inFormOrder(found: readonly FieldProblem[]): readonly FieldProblem[] {
  const once = new Map(found.map((entry) => [`${entry.field} ${entry.because}`, entry]));
  return [...once.values()].sort((a, b) => positionOf(a.field) - positionOf(b.field));
}
