import { readContent } from '../../../../src/domain/lead/content';
import { checkDraft } from '../../../../src/domain/lead/rules';
import { wordsFor } from '../../../../src/words/words';
import {
  badRecords,
  codes,
  sampleLead,
  sampleLeads,
  submitted,
  submittedSample,
  type BadRecord,
} from './sample-city';

describe('the sample city', () => {
  it.each(sampleLeads.map((lead) => [lead.id, lead] as const))('takes in %s', (_id, lead) => {
    expect(codes(submittedSample(lead).errors)).toEqual([]);
    expect(checkDraft(readContent(lead).content)).toEqual({ errors: [], warnings: [] });
  });

  it.each(sampleLeads.map((lead) => [lead.id, lead] as const))(
    'works out of %s what the file says',
    (_id, lead) => {
      const { computed } = submittedSample(lead);
      const shown = (value: number | undefined, places: number): string | null =>
        value?.toFixed(places) ?? null;
      expect(computed.investIntensity).toBe(shown(lead.computed['investIntensityWanPerMu'], 2));
      expect(computed.taxPerMu).toBe(shown(lead.computed['taxPerMuWan'], 2));
      expect(computed.outputPerMu).toBe(shown(lead.computed['outputPerMuWan'], 2));
      expect(computed.energyPerOutput).toBe(shown(lead.computed['energyPerOutputTcePerWan'], 4));
      const review = { 'not-needed': 'notNeeded', needed: 'needed', provincial: 'provincial' }[
        lead.expected.energyReview
      ];
      expect(computed.energyReview).toBe(review);
      const { precheck } = lead.expected;
      expect(computed.chemicalOutsidePark).toBe(precheck === 'veto-candidate:chemical-outside-park');
      expect(computed.belowThreshold).toBe(precheck === 'warn:below-threshold');
      if (precheck === 'warn:energy') expect(computed.energyReview).toBe('provincial');
    },
  );

  it('shows how far S05 stands under the provincial line, and converts S15 exactly', () => {
    expect(submittedSample(sampleLead('S05')).computed.energyMarginTce).toBe('200.00');
    expect(submittedSample(sampleLead('S15')).computed.convertedWan).toBe('24850.00');
  });
});

/** Where each bad record is told, and how; B04 and B22 are not refused by the rules of the form. */
const REFUSED: Readonly<Record<string, string>> = {
  B01: 'uscc: usccFinal',
  B02: 'uscc: usccAlphabet',
  B03: 'uscc: usccLength',
  B07: 'totalInvestmentWan: negative',
  B08: 'totalInvestmentWan: amountLooksLikeYuan',
  B09: 'totalInvestmentWan: amountLooksLikeYi',
  B10: 'fixedAssetWan: fixedOverTotal',
  B12: 'contact[mobile]: mobileFormat',
  B13: 'industryCode: industryUnknown',
  B17: 'title: markup',
  B18: 'investorName: formulaPrefix',
  B23: 'fxRate: fxMissing',
};

const SENTENCES: Readonly<Record<string, string>> = {
  B01: '第18位应为“A”，现为“B”',
  B02: '第10位“O”',
  B03: '现为17位',
  B08: '应为30,000万元（3亿元）',
  B09: '是不是52,000万元（5.2亿元）？',
  B10: '60,000万元，大于总投资52,000万元。请改小，或先改总投资。',
};

function bodyOf({ field, value, context }: BadRecord): Record<string, unknown> {
  const [code = '', part] = field.split('.');
  const over = part === undefined ? value : { ...(sampleLead('S01')[code] as object), [part]: value };
  return { ...context, [code]: over };
}

describe('a bad record', () => {
  const refused = badRecords.filter(({ id }) => id in REFUSED);

  it.each(refused.map((record) => [record.id, record] as const))(
    '%s is refused beside its field',
    (id, record) => {
      const findings = submitted(bodyOf(record));
      expect(codes(findings.errors)).toContain(REFUSED[id]);
    },
  );

  it.each(Object.keys(SENTENCES))('%s is told what to do in plain words', (id) => {
    const record = badRecords.find((entry) => entry.id === id);
    if (record === undefined) throw new Error(id);
    const [problem] = submitted(bodyOf(record)).errors.filter(
      ({ field, because }) => `${field}: ${because}` === REFUSED[id],
    );
    expect(wordsFor('zh-CN').t(`lead.problem.${problem?.because ?? ''}`, problem?.details)).toContain(
      SENTENCES[id],
    );
    expect(wordsFor('en').t(`lead.problem.${problem?.because ?? ''}`, problem?.details)).not.toBe('');
  });

  it('B04, a code pasted in full-width symbols, is normalised and accepted', () => {
    const record = badRecords.find(({ id }) => id === 'B04');
    const over = { uscc: record?.value, registeredRegion: null };
    expect(submitted(over).errors).toEqual([]);
  });

  it('covers the whole file', () => {
    expect([...Object.keys(REFUSED), 'B04', 'B22'].sort()).toEqual(badRecords.map(({ id }) => id).sort());
  });
});
