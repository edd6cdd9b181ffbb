import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { tallyItem } from '../domain/tally/tally';
import { page, PageAnswer } from '../http/answers';
import { typedText } from '../http/forms';
import type { RubricVersionRead } from '../rubrics/rubrics.queries';
import type { Words } from '../words/words';
import { filled, readTrial, scoredByFigures, typedTrial } from './trial-form';
import { trialView, type TrialFacts } from './trial.views';
import { TrialsQueries, type RulesOnTrial } from './trials.queries';

type Asked = Record<string, unknown>;

/** What "fill the rest" puts into an empty box. */
const middling = '4';

/** The pages on which decision rules are tried out. */
@Injectable()
export class TrialPages {
  constructor(private readonly trials: TrialsQueries) {}

  /** @throws Refused 404 'notFound' for an item that is not closed or not there */
  async asked(viewer: Viewer, asked: Asked, words: Words): Promise<PageAnswer> {
    const facts = await this.facts(asked, words);
    const wanted = typedText(asked, 'item');
    if (wanted === '') return page('rules/simulator', trialView(facts, words));
    const item = facts.items.find(({ id }) => id === wanted);
    if (item === undefined) throw new Refused(refuse('notFound'), 404);
    const tried = await this.trials.tried(viewer, item, facts.chosen.rules);
    return page('rules/simulator', trialView({ ...facts, tried }, words));
  }

  /** The grid as it was sent, with what it comes to; 422 where a box cannot be read. */
  async typed(body: Asked, words: Words): Promise<PageAnswer> {
    const facts = await this.facts(body, words);
    const intent = typedText(body, 'intent');
    const scored = scoredByFigures(facts.typed, facts.rubric.content);
    const typed = intent === 'fill' ? filled(scored, middling) : scored;
    const { input, errors } = readTrial(typed, facts.rubric.content, facts.chosen.rules);
    if (input === null)
      return page('rules/simulator', trialView({ ...facts, typed, errors }, words), { status: 422 });
    const result = intent === 'setup' ? null : tallyItem(input);
    return page('rules/simulator', trialView({ ...facts, typed, result }, words));
  }

  private async facts(given: Asked, words: Words): Promise<TrialFacts> {
    const [rules, rubrics, items] = await Promise.all([
      this.trials.rules(),
      this.trials.rubricVersions(),
      this.trials.closedItems(),
    ]);
    const chosen = chosenRules(rules, typedText(given, 'rules'));
    const wanted = rubrics.find(({ id }) => id === typedText(given, 'rubric')) ?? rubrics[0];
    const rubric: RubricVersionRead = await this.trials.rubric(wanted?.id ?? '');
    return {
      rubric,
      rubrics: rubrics.map(({ id, name, version }) => ({
        value: id,
        label: words.t('rounds.field.rubric.option', {
          name: words.of(name),
          n: version,
        }),
      })),
      rules,
      chosen,
      items,
      typed: typedTrial(given, rubric.content, chosen.rules),
      errors: {},
      result: null,
      tried: null,
    };
  }
}

/** The rules asked for, else those in force. @throws Refused 404 before any were published */
function chosenRules(rules: readonly RulesOnTrial[], id: string): RulesOnTrial {
  const chosen = rules.find((one) => one.id === id) ?? rules[0];
  if (chosen === undefined) throw new Refused(refuse('notFound'), 404);
  return chosen;
}
