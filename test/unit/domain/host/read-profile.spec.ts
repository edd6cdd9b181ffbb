import { readProfile, MOST_SITES } from '../../../../src/domain/host/read-profile';
import { freeLand } from '../../../../src/domain/host/profile';
import { CHAINS } from '../../../../src/domain/lead/dictionaries';

const parcel = {
  name: '东区一号',
  mu: '１２０．５',
  use: 'industrial',
  priceLow: '12',
  priceHigh: '15',
  availableFrom: '2026-06-01',
  state: 'free',
};
const read = (body: Record<string, unknown>) => readProfile(body, { chains: CHAINS });
const problems = (body: Record<string, unknown>): string[] =>
  read(body).problems.map(({ field, because }) => `${field} ${because}`);

describe('a profile from its form', () => {
  it('understands full-width figures and leaves out rows in which nothing was typed', () => {
    const { profile, problems } = read({
      parcels: [parcel, { name: ' ', mu: '' }],
      wantedChains: ['textile'],
    });
    expect(problems).toEqual([]);
    expect(profile.parcels).toEqual([{ ...parcel, mu: '120.5' }]);
    expect(freeLand(profile).toDecimal(1)).toBe('120.5');
  });

  it('says beside its control what is wrong, and keeps the others', () => {
    expect(problems({ parcels: [{ ...parcel, mu: '0' }] })).toEqual(['parcels[0][mu] notAboveZero']);
    expect(problems({ parcels: [{ ...parcel, mu: '1,5' }] })).toEqual(['parcels[0][mu] notANumber']);
    expect(problems({ parcels: [{ ...parcel, mu: '-3' }] })).toEqual(['parcels[0][mu] negative']);
    expect(problems({ parcels: [{ ...parcel, availableFrom: '2026-02-30' }] })).toEqual([
      'parcels[0][availableFrom] notADay',
    ]);
    expect(problems({ parcels: [{ ...parcel, priceHigh: '11.99' }] })).toEqual([
      'parcels[0][priceHigh] bandUpsideDown',
    ]);
    expect(problems({ parcels: [{ ...parcel, priceHigh: '12' }] })).toEqual([]);
    expect(problems({ firstChain: 'steam-engines' })).toEqual(['firstChain unknownChoice']);
    expect(problems({ settledLeads: 'L-2026-00017, L-26-1' })).toEqual(['settledLeads notALeadNumber']);
    expect(problems({ contact: { phone: '123', email: 'x@' } })).toEqual([
      'contact[phone] wrongFormat',
      'contact[email] wrongFormat',
    ]);
  });

  it('takes a headroom only with its day, and zero for none', () => {
    expect(problems({ headroom: { energy: { quantity: '5', asOf: '' } } })).toEqual([
      'headroom[energy][asOf] required',
    ]);
    const none = read({ headroom: { energy: { quantity: '0', asOf: '2026-03-01' } } }).profile;
    expect(none.headroom.energy).toEqual({ quantity: '0', asOf: '2026-03-01', note: '' });
    expect(none.headroom.power).toBeNull();
  });

  it('never throws, whatever is sent in place of a form', () => {
    const strange: unknown[] = [null, 7, 'x', [], [[]], { a: 1 }, { 0: null, 1: ['x'] }, '=1+1'.repeat(9000)];
    for (const one of strange)
      for (const name of [
        'parcels',
        'plants',
        'headroom',
        'prices',
        'contact',
        'text',
        'wantedChains',
        'settledLeads',
      ])
        expect(() => read({ [name]: one })).not.toThrow();
    const many = Array.from({ length: MOST_SITES + 1 }, () => parcel);
    expect(problems({ parcels: many })).toContain('parcels tooMany');
    expect(problems({ parcels: many.slice(1) })).toEqual([]);
  });
});
