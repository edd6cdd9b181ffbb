import { keyFigureChanges } from '../../../../src/domain/lead/key-figures';
import { aLead } from './sample-city';

describe('the key figures of a lead', () => {
  it('are what a vote rests on: who, how much, what it yields and takes, where', () => {
    const after = aLead({ landMu: '100', fixedAssetWan: '40000', intendedHosts: ['park-ht'] });
    expect(keyFigureChanges(aLead(), after).map(({ field }) => field)).toEqual([
      'fixedAssetWan',
      'landMu',
      'intendedHosts',
    ]);
  });

  it('are not touched by a new telephone number or another wording', () => {
    const contact = { ...aLead().contact, mobile: '15400000002' };
    expect(keyFigureChanges(aLead(), aLead({ contact, summary: '换一种说法，内容不变。' }))).toEqual([]);
  });
});
