import { Entity, PrimaryColumn } from 'typeorm';

export const EXPERTISE_SCHEMES = ['industry', 'chain'] as const;
export type ExpertiseScheme = (typeof EXPERTISE_SCHEMES)[number];

/** One thing that a person knows: an industry of GB/T 4754 at any level, or a key chain of the city. */
@Entity('person_expertise')
export class PersonExpertise {
  @PrimaryColumn('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @PrimaryColumn('varchar', { length: 8 }) scheme!: ExpertiseScheme;
  @PrimaryColumn('varchar', { length: 40 }) code!: string;
}
