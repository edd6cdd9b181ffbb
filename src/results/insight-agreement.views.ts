import { agreement, overallAgreement } from '../domain/insight/agreement';
import type { PageModel } from '../http/views/frame';
import type { Links } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { agreementView, alphaModel, type AgreementModel, type AlphaModel } from './agreement.views';
import { criterionNames } from './explanation.views';
import { insightFrame, versionName } from './insight-page.views';
import type { LookedAt } from './insight.queries';

export interface InsightAgreementModel extends PageModel {
  readonly tabs: Links;
  readonly rounds: readonly (AlphaModel & {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly href: string;
    readonly closed: string;
    readonly few: boolean;
  })[];
  /** Over all rounds of one version of a rubric: which criteria are understood alike. */
  readonly rubrics: readonly {
    readonly id: string;
    readonly name: string;
    readonly agreement: AgreementModel;
  }[];
}

/** How far the panels agreed, round by round, and criterion by criterion over all rounds. */
export function insightAgreementView(rounds: readonly LookedAt[], words: Words): InsightAgreementModel {
  const versions = new Map(rounds.map(({ rubric }) => [rubric.id, rubric]));
  return {
    ...insightFrame('agreement', rounds.length, words),
    rounds: rounds.map(({ round, items }) => {
      const { overall, few } = overallAgreement(items.map(({ input }) => input));
      return {
        id: round.id,
        number: round.number,
        title: round.title,
        href: `/rounds/${round.id}/results`,
        closed: formatsFor(words).dateTimeShort(round.closedAt ?? round.deadlineAt),
        few,
        ...alphaModel(overall, words),
      };
    }),
    rubrics: [...versions.values()].map((rubric) => {
      const own = rounds.filter((one) => one.rubric.id === rubric.id).flatMap(({ items }) => items);
      return {
        id: rubric.id,
        name: versionName(rubric, words),
        agreement: agreementView(
          agreement(own.map(({ input }) => input)),
          criterionNames(rubric.content, words),
          words,
        ),
      };
    }),
  };
}
