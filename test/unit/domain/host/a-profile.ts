import { emptyProfile, type HostProfile, type Parcel } from '../../../../src/domain/host/profile';

export const aParcel = (given: Partial<Parcel> = {}): Parcel => ({
  name: '东区一号',
  mu: '100',
  use: 'industrial',
  priceLow: null,
  priceHigh: null,
  availableFrom: '2026-06-01',
  state: 'free',
  ...given,
});

/** A profile in which only what is given has been said. */
export const aProfile = (given: Partial<HostProfile> = {}): HostProfile => ({ ...emptyProfile(), ...given });
