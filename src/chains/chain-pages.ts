import { Injectable } from '@nestjs/common';
import { Refused, refuse } from '../domain/shared/refusal';
import { refusalOfForm } from '../http/forms';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import type { Choice, Errors } from './chain-fields.views';
import { ChainsQueries, type ChainCard } from './chains.queries';

const keepers = ['scout', 'secretariat', 'host', 'leadingGroup', 'supporter', 'sponsor'] as const;

/** The field beside which a refusal stands; others are thrown on. */
const fields: Readonly<Record<string, string>> = {
  chainCodeTaken: 'code',
  chainKeeperUnknown: 'keeperId',
  segmentNameTaken: 'name',
  targetFirmTaken: 'name',
  targetFirmName: 'name',
  targetFirmSegment: 'segmentId',
};

/** What the pages of the register have in common. */
@Injectable()
export class ChainPages {
  constructor(
    private readonly chains: ChainsQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** @throws Refused 404 */
  async chain(id: string): Promise<ChainCard> {
    const chain = await this.chains.byId(id);
    if (chain === null) throw new Refused(refuse('notFound'), 404);
    return chain;
  }

  /** Who can keep a chain: whoever works on leads, by account. */
  async keepers(words: Words): Promise<Choice[]> {
    const people = await this.people.everyone();
    return people
      .filter(({ disabledAt, roles }) => disabledAt === null && keepers.some((role) => roles.includes(role)))
      .map(({ id, name, unitName }) => ({
        id,
        name: words.t('chains.keeper.choice', { name, unit: unitName }),
      }));
  }

  async segments(chainId: string): Promise<Choice[]> {
    return (await this.chains.segments(chainId)).map(({ id, name }) => ({ id, name }));
  }

  /** @returns the errors beside fields when a rule said no to what was typed, null when it went well */
  async attempt(words: Words, work: () => Promise<unknown>): Promise<Errors | null> {
    try {
      await work();
      return null;
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return { [fields[because] ?? 'name']: words.t(`refusal.${because}`, details) };
    }
  }
}

export const statusFor = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);
