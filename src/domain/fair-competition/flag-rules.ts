import { INCENTIVE_TYPES, type IncentiveType } from '../lead/dictionaries';
import type { Setting } from '../settings/setting';
import { findPattern, plainWording } from './plain-text';

/** A kind of promise that fair competition forbids without a basis in law, and how a request for it is known. */
export type FlagRule = {
  /** Lower-case words with hyphens. */
  readonly code: string;
  readonly name: string;
  /** Types of request that it flags whatever they say. */
  readonly types: readonly IncentiveType[];
  /** Simplified wording; `…` stands for up to twelve symbols. */
  readonly patterns: readonly string[];
  /** The provision it rests on. */
  readonly basis: string;
};

/** Who may give an opinion, and what an unlawful one means for the vote. */
export type FairCompetitionRules = {
  readonly rules: readonly FlagRule[];
  /** Codes of the units whose supporters give opinions. */
  readonly reviewUnits: readonly string[];
  readonly secretariatReviews: boolean;
  /** A lead whose requests were found unlawful may go to the vote, where V08 of the veto list may be raised. */
  readonly unlawfulMayBeVoted: boolean;
  /** A request that no published policy covers wants an opinion too, although nothing flags it. */
  readonly unprovedNeedsOpinion: boolean;
};

const regulation = '《公平竞争审查条例》（国务院令第783号）';

/**
 * The rules a city begins with: the regulation's items on affecting the cost of production and operation (article 10)
 * and on limiting market access (articles 8 and 9), and the types that lead-form.md 3.3 flags. The wording is ours and
 * every rule is a setting; a city compares the article numbers with the official text before it prints them.
 */
export const fairCompetitionRules: Setting<FairCompetitionRules> = {
  key: 'fair-competition',
  preset: {
    rules: [
      {
        code: 'tax-return',
        name: '税收返还',
        types: ['taxReturn'],
        patterns: [
          '税收返还',
          '返还税',
          '返税',
          '退税',
          '税收…返还',
          '税…留成…返',
          '地方留成…奖',
          '先征后返',
          '即征即退',
          '减免税',
          '免税',
          '税收优惠',
        ],
        basis: `${regulation}第十条第（一）项：没有法律、行政法规依据或者未经国务院批准，不得给予特定经营者税收优惠`,
      },
      {
        code: 'reward-tied-to-tax',
        name: '奖补与纳税挂钩',
        types: ['cashReward'],
        patterns: [
          '纳税…奖',
          '缴税…奖',
          '税收…奖',
          '税收贡献…奖',
          '地方财力…奖',
          '财力贡献…补',
          '经济贡献…奖',
          '按税…补',
          '税收…比例…补',
        ],
        basis: `${regulation}第十条第（二）项：不得给予特定经营者选择性、差异化的财政奖励或者补贴`,
      },
      {
        code: 'named-operator',
        name: '指定特定经营者',
        types: [],
        patterns: [
          '指定…供应',
          '指定…采购',
          '指定…施工',
          '独家供应',
          '独家经营',
          '独家采购',
          '优先采购本企业',
          '优先采购我公司',
          '优先采购我司',
          '只限本企业',
          '专供我司',
          '特许经营权',
          '排他',
        ],
        basis: `${regulation}第八条第（二）、（三）项：不得违法授予特许经营权，不得限定经营、购买或者使用特定经营者提供的商品、服务`,
      },
      {
        code: 'one-firm-one-policy',
        name: '一企一策的要素优惠',
        types: [],
        patterns: [
          '一企一策',
          '一事一议',
          '量身定制',
          '零地价',
          '免费供地',
          '地价返还',
          '土地出让金…返',
          '电价…补贴',
          '社保…减免',
          '免收…基金',
        ],
        basis: `${regulation}第十条第（三）项：不得给予特定经营者要素获取、行政事业性收费、政府性基金、社会保险费等方面的优惠`,
      },
      {
        code: 'local-only',
        name: '限制外地经营者',
        types: [],
        patterns: ['不得采购外地', '限制外地', '只采购本地', '强制本地采购', '外地企业不得'],
        basis: `${regulation}第九条：不得限制外地商品、服务进入本地市场`,
      },
    ],
    reviewUnits: ['market', 'justice'],
    secretariatReviews: true,
    unlawfulMayBeVoted: true,
    unprovedNeedsOpinion: false,
  },
  read: readRules,
};

/** Why a rule flags a request: its type, or the words found in it. */
export interface Flag {
  readonly rule: FlagRule;
  /** Null where the type alone flags it. */
  readonly words: string | null;
}

/** The rules that a request falls under, in their order. `wording` has been made simplified. */
export function flagsOf(
  { type, wording }: { readonly type: IncentiveType | null; readonly wording: string },
  rules: readonly FlagRule[],
): Flag[] {
  const plain = plainWording(wording);
  return rules.flatMap((rule): Flag[] => {
    for (const pattern of rule.patterns) {
      const words = findPattern(pattern, plain);
      if (words !== null) return [{ rule, words }];
    }
    return type !== null && rule.types.includes(type) ? [{ rule, words: null }] : [];
  });
}

function readRules(stored: unknown): FairCompetitionRules {
  const given = stored as Partial<FairCompetitionRules> | null;
  if (!Array.isArray(given?.rules)) throw new Error('fair-competition: no rules');
  const rules = given.rules.map((rule: unknown): FlagRule => {
    const { code, name, types, patterns, basis } = (rule ?? {}) as Partial<FlagRule>;
    if (typeof code !== 'string' || !/^[a-z][a-z0-9-]{1,39}$/.test(code))
      throw new Error('a rule has no code');
    if (typeof name !== 'string' || name === '' || typeof basis !== 'string' || basis === '')
      throw new Error(`the rule ${code} lacks its name or its basis`);
    return { code, name, basis, types: typesIn(types), patterns: textsIn(patterns) };
  });
  if (new Set(rules.map(({ code }) => code)).size !== rules.length)
    throw new Error('two rules have one code');
  return {
    rules,
    reviewUnits: textsIn(given.reviewUnits),
    secretariatReviews: given.secretariatReviews === true,
    unlawfulMayBeVoted: given.unlawfulMayBeVoted === true,
    unprovedNeedsOpinion: given.unprovedNeedsOpinion === true,
  };
}

function textsIn(given: unknown): string[] {
  if (!Array.isArray(given) || given.some((one) => typeof one !== 'string' || one === ''))
    throw new Error('not a list of texts');
  return given as string[];
}

const typesIn = (given: unknown): IncentiveType[] =>
  textsIn(given).map((type) => {
    const known = INCENTIVE_TYPES.find((one) => one === type);
    if (known === undefined) throw new Error(`no type of request: ${type}`);
    return known;
  });
