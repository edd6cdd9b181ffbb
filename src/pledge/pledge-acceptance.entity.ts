import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';

/** That a person promised confidentiality in one version of its text. */
@Entity('pledge_acceptance')
export class PledgeAcceptance {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  /** Of the setting; 0 is the preset. */
  @Column('integer') version!: number;
  /** SHA-256 of the text that was shown. */
  @Column('varchar', { name: 'text_digest', length: 64 }) textDigest!: string;
  /** `signIn` by signing in, `link` by pressing the button of a voting link, `page` on the page of the pledge. */
  @Column('varchar', { name: 'given_by', length: 8 }) givenBy!: 'signIn' | 'link' | 'page';
  @Column('varchar', { name: 'given_at', length: 24 }) givenAt!: string;
}

/** Every column binds. */
export function pledgeSeal(row: PledgeAcceptance): CanonicalValue {
  return { ...row };
}
