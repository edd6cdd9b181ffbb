import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** An attachment. Two uploads of the same bytes are two rows and one file. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  id!: string;

  /** Of the bytes, 64 hex digits; also where they lie. */
  @Column({ type: 'varchar', length: 64 })
  sha256!: string;

  /** As people see it and get it back; never part of a path. */
  @Column({ type: 'varchar', length: 120 })
  name!: string;

  /** From our own table, not from the uploading browser. */
  @Column({ name: 'media_type', type: 'varchar', length: 100 })
  mediaType!: string;

  /** Bytes. */
  @Column({ type: 'integer' })
  size!: number;

  /** What it is attached to, `lead`; decides who may read it. */
  @Column({ name: 'subject_type', type: 'varchar', length: 40 })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'varchar', length: 60 })
  subjectId!: string;

  @Column({ name: 'uploaded_by', type: 'varchar', length: 26, nullable: true })
  uploadedBy!: string | null;

  @Column({ name: 'uploaded_at', type: 'varchar', length: 24 })
  uploadedAt!: Instant;
}

/** All columns: whatever of them is changed behind the program's back, the verifier names the file. */
export function sealFile(file: StoredFile): CanonicalValue {
  const { id, sha256, name, mediaType, size, subjectType, subjectId, uploadedBy, uploadedAt } = file;
  return { id, sha256, name, mediaType, size, subjectType, subjectId, uploadedBy, uploadedAt };
}
