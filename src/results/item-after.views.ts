import { holds, type Viewer } from '../domain/access/viewer';
import { admitsOnConditions } from '../domain/followup/conditions';
import { overridable } from '../domain/followup/override';
import { Fraction } from '../domain/shared/fraction';
import { act, type Act } from '../http/views/acts';
import type { RuleSet } from '../domain/rubric/rule-set';
import type { Round } from '../rounds/round.entity';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { conditionTag } from './conditions.views';
import { decidedOf } from './outcome.entity';
import { overrideFacts } from './override-facts';
import type { ResultItem } from './results.queries';
import { materialsOf } from './ruling-materials';
import { todoLine, type TodoLine } from './todo-line.views';

/** What stands beside the outcome of one item: overrides, conditions, material, other rounds, later decisions. */
export interface ItemAfter {
  readonly override: { readonly text: string; readonly file: string; readonly label: string } | null;
  readonly materials: readonly string[];
  readonly conditions: { readonly items: readonly TodoLine[] } | null;
  readonly history: readonly { readonly text: string; readonly href: string; readonly label: string }[];
  readonly acts: readonly Act[];
}

interface Around {
  readonly viewer: Viewer;
  readonly round: Pick<Round, 'id' | 'state'>;
  readonly rules: RuleSet;
}

export function itemAfter(item: ResultItem, around: Around, words: Words): ItemAfter {
  const { outcome, override, conditions } = item;
  const format = formatsFor(words);
  const kept = conditions.filter(({ state }) => state !== 'dropped');
  return {
    override: override && {
      text: words.t('after.override.line', {
        by: override.byLabel,
        at: format.dateTime(override.at),
        document: override.documentNumber,
        computed: words.t(`results.computed.${override.computed}`),
        result: words.t(`results.outcome.${override.result}`),
        reason: override.reason,
      }),
      file: `/files/${override.fileId}`,
      label: words.t('after.document.open'),
    },
    materials: decidedOf(outcome) === 'resubmit' ? materialsOf(outcome) : [],
    conditions:
      kept.length === 0
        ? null
        : {
            items: kept.map((condition) =>
              todoLine({
                title: condition.wanted,
                href: condition.begunAt === null ? '' : `/conditions/${condition.id}`,
                when: words.t('after.condition.owner', {
                  owner: condition.ownerLabel,
                  due: format.official(condition.dueOn),
                }),
                tag: conditionTag(condition, words),
              }),
            ),
          },
    history: [...laterLines(item, words), ...earlierLines(item, words)],
    acts: actsOf(item, around, words),
  };
}

function laterLines({ later }: ResultItem, words: Words): ItemAfter['history'] {
  const format = formatsFor(words);
  return later.map((decision) => ({
    text: words.t(`after.later.${decision.cause}`, {
      at: format.dateTime(decision.at),
      result: words.t(`results.outcome.${decision.result}`),
      by: decision.byLabel,
      document: decision.documentNumber ?? '',
      reason: decision.reason,
    }),
    href: decision.letterId === null ? '' : `/letters/${decision.letterId}`,
    label: words.t('results.letter.open', { number: decision.letterNumber ?? '' }),
  }));
}

function earlierLines({ earlier }: ResultItem, words: Words): ItemAfter['history'] {
  const format = formatsFor(words);
  return earlier.map(({ roundId, roundNumber, announcedAt, decided, score, position }) => ({
    text: words.t('after.earlier', {
      day: format.official(announcedAt),
      round: roundNumber,
      outcome: words.t(`results.outcome.${decided}`),
      score: score === null ? words.t('results.score.none') : Fraction.parse(score).toDecimal(2),
    }),
    href: `/rounds/${roundId}/results#item-${position}`,
    label: words.t('after.earlier.open', { round: roundNumber }),
  }));
}

function actsOf(item: ResultItem, { viewer, round, rules }: Around, words: Words): Act[] {
  const { outcome, chair } = item;
  const presides = viewer.personId === chair.presiding?.personId;
  const path = `/rounds/${round.id}/items/${outcome.itemId}`;
  const settles = holds(viewer, 'secretariat');
  const sets =
    (presides || settles) &&
    admitsOnConditions(rules.condition) &&
    round.state === 'closed' &&
    decidedOf(outcome) === 'admit';
  const mayOverride = holds(viewer, 'leadingGroup') && overridable(overrideFacts(item, round.state)) === null;
  return [
    ...(presides && round.state === 'closed'
      ? [act({ label: words.t('chairs.act.own'), href: `${path}/chair-recusal`, size: 'small' })]
      : []),
    ...(sets
      ? [
          act({
            label: words.t(settles ? 'hostConditions.act' : 'after.conditions.set'),
            href: `${path}/conditions`,
            size: 'small',
          }),
        ]
      : []),
    ...(mayOverride
      ? [act({ label: words.t('after.override.act'), href: `${path}/override`, size: 'small' })]
      : []),
  ];
}
