import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { RuleDraftsService } from '../../../src/rubrics/rule-drafts.service';
import { typedFrom } from '../../../src/rubrics/rule-fields';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const actor = { personId: null, label: 'test' };

/** The forms of the decision rules: drafting, publishing, retiring, and trying them out. */
export function ruleForms({ city }: HostileCity): HostileForm[] {
  const { app } = city;
  const drafts = app.get(RuleDraftsService);
  const newest = async (): Promise<string> => (await app.get(RubricsQueries).currentRuleSet())?.id ?? '';
  const draft = async (): Promise<string> => drafts.begin(actor, await newest());
  /** A draft that differs from what it was written from, so that it can be published. */
  const changed = async (): Promise<string> => {
    app.clock.advance(1);
    await drafts.remove(await draft());
    const id = await draft();
    const mark = String(61 + ((Number(app.clock.now().slice(-4, -1)) * 7) % 39));
    await drafts.save(actor, id, 1, { ...typedFrom(R1), passMark: mark });
    return id;
  };
  const typed = { ...typedFrom(R1), intent: 'draft', revision: '1' };
  const grid = {
    rubric: '',
    rules: '',
    extensions: '0',
    counts: { park: '1', support: '0', institute: '0', enterprise: '0' },
    votes: { 'park-1': 'agree' },
    duties: { 'park-1': '' },
    scores: { 'park-1': { taxPerMu: '4', industryFit: '-' } },
    vetoes: { V01: 'raised' },
    intent: 'run',
  };
  const who = 'secretary-01';
  return [
    { url: '/rules/:id/drafts', who, path: async () => `/rules/${await newest()}/drafts`, fields: {} },
    { url: '/rules/drafts/:id', who, path: async () => `/rules/drafts/${await draft()}`, fields: typed },
    {
      url: '/rules/drafts/:id/removal',
      who,
      path: async () => `/rules/drafts/${await draft()}/removal`,
      fields: {},
      spends: true,
    },
    {
      url: '/rules/drafts/:id/publication',
      who,
      path: async () => `/rules/drafts/${await changed()}/publication`,
      fields: { revision: '2' },
      spends: true,
    },
    {
      url: '/rules/:id/retirement',
      who,
      path: async () => `/rules/${await newest()}/retirement`,
      fields: {},
    },
    { url: '/rules/simulator', who, path: () => '/rules/simulator', fields: grid },
  ];
}
