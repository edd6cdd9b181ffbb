import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { checkRuleSet } from '../domain/rubric/check-rule-set';
import { readRuleSet } from '../domain/rubric/read-rule-set';
import { digestOfText } from '../ledger/chain';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { RuleSetVersion } from './rubric.entity';
import { RuleSetDraft } from './rule-set-draft.entity';

/** Always true: published rules are fit to decide by and say what their digest names; a draft can be opened again. */
@Injectable()
export class RuleSetCheck implements ConsistencyCheck {
  readonly name = 'every published rule set is fit and unchanged, and every draft of one can be opened';

  async run(source: Source): Promise<string[]> {
    const versions = await source.find(RuleSetVersion);
    const drafts = await source.find(RuleSetDraft);
    const inUse = versions.some(({ retiredAt }) => retiredAt === null);
    return [
      ...versions.flatMap(faultsOf),
      ...(versions.length > 0 && !inUse ? ['every rule set is retired'] : []),
      ...drafts.filter(({ typed }) => !opens(typed)).map(({ id }) => `rule set draft ${id} cannot be read`),
    ];
  }
}

function faultsOf({ id, code, version, content, digest }: RuleSetVersion): string[] {
  const where = `rule set ${code} version ${version} (${id})`;
  if (digestOfText(content) !== digest) return [`${where}: its digest is of another text`];
  const faults = checkRuleSet(readRuleSet(content)).map(({ because }) => because);
  return faults.length === 0 ? [] : [`${where}: it cannot decide: ${faults.join(', ')}`];
}

function opens(text: string): boolean {
  try {
    const typed: unknown = JSON.parse(text);
    return typeof typed === 'object' && typed !== null;
  } catch {
    return false;
  }
}
