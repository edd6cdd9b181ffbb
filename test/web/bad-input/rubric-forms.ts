import { RubricDraftsService } from '../../../src/rubrics/rubric-drafts.service';
import { RubricPublicationsService } from '../../../src/rubrics/rubric-publications.service';
import { RubricsQueries, type RubricVersionCard } from '../../../src/rubrics/rubrics.queries';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const actor = { personId: null, label: 'test' };

/** The forms in which a rubric is written. */
export function rubricForms(city: HostileCity): HostileForm[] {
  const app = city.city.app;
  const versions = async (code: string): Promise<RubricVersionCard[]> =>
    (await app.get(RubricsQueries).versions()).filter((card) => card.code === code);
  const drafts = app.get(RubricDraftsService);

  /** The service rubric without a draft. */
  const withoutDraft = async (): Promise<string> => {
    const [newest] = await versions('service');
    const rubricId = newest?.rubricId ?? '';
    if (newest?.state === 'draft') await drafts.discard({ rubricId, v: String(newest.version) });
    return `/rubrics/${rubricId}/drafts`;
  };
  /** A draft of the tech rubric that may be published, begun anew where it is gone. */
  const draftOf = async (code: string): Promise<{ rubricId: string; v: string; base: string }> => {
    const [newest] = await versions(code);
    const rubricId = newest?.rubricId ?? '';
    const published = (await versions(code)).find(({ state }) => state === 'published');
    const v = String(
      newest?.state === 'draft' ? newest.version : await drafts.start(actor, rubricId, published?.id ?? ''),
    );
    return { rubricId, v, base: `/rubrics/${rubricId}/versions/${v}` };
  };
  const anew = async (): Promise<{ rubricId: string; v: string; base: string }> => {
    const standing = await draftOf('tech');
    await drafts.discard(standing);
    return draftOf('tech');
  };
  const under = (path: string) => async () => `${(await draftOf('manufacturing')).base}${path}`;
  const criterion = {
    nameZh: '产业契合度',
    nameEn: 'Industry fit',
    code: 'industryFit',
    weight: '15',
    anchor0Zh: '无关联',
    anchor0En: 'None',
    anchor3Zh: '有关联',
    anchor3En: 'Some',
    anchor5Zh: '补缺口',
    anchor5En: 'Fills a gap',
    kinds: ['park', 'enterprise'],
    reasonFor: ['0', '5'],
    naAllowed: ['1'],
    scoring: 'steps',
    input: 'taxPerMu',
    better: 'more',
    step1: '8',
    step5: '30.5',
    zeroAt: '1',
    fullAt: '2',
    intent: 'next',
    seen: '',
  };
  const ground = {
    nameZh: '情形',
    nameEn: 'Ground',
    code: 'V01',
    basisZh: '依据',
    basisEn: 'Basis',
    raisedBy: ['support'],
    by: 'seats',
    functions: ['ecology'],
    intent: 'save',
    seen: '',
  };
  const who = 'secretary-01';
  const frame = { nameZh: '制造业项目', nameEn: 'Manufacturing', weights: { c1: '15', c2: '15' }, seen: '' };
  const version = '/rubrics/:id/versions/:v';
  return [
    {
      url: '/rubrics/:id/drafts',
      who,
      path: withoutDraft,
      fields: { from: city.things.rubricVersion },
      spends: true,
    },
    { url: version, who, path: under(''), fields: { ...frame, intent: 'up:c2' } },
    { url: `${version}/criteria/:key`, who, path: under('/criteria/c1'), fields: criterion },
    { url: `${version}/grounds/:key`, who, path: under('/grounds/g1'), fields: ground },
    { url: `${version}/criteria/:key/removal`, who, path: under('/criteria/c3/removal'), fields: {} },
    { url: `${version}/grounds/:key/removal`, who, path: under('/grounds/g2/removal'), fields: {} },
    {
      url: `${version}/removal`,
      who,
      path: async () => `${(await anew()).base}/removal`,
      fields: {},
      spends: true,
    },
    {
      url: `${version}/publication`,
      who,
      path: async () => `${(await anew()).base}/publication`,
      fields: { digest: '' },
      spends: true,
    },
    {
      url: `${version}/retirement`,
      who,
      path: async () => {
        const draft = await draftOf('tech');
        await app.get(RubricPublicationsService).publish(actor, draft, '');
        return `${draft.base}/retirement`;
      },
      fields: { reason: '不再使用' },
      spends: true,
    },
  ];
}
