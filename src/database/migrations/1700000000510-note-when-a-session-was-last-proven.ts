import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the holder of a session last showed who they are, and the code by mail with which they may do it again. What is
 * open now counts as proven when it was opened; the session of a voting link is never asked.
 */
export class NoteWhenASessionWasLastProven1700000000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session add column proven_at varchar(24)');
    await runner.query('alter table session add column proof_code_hash varchar(64)');
    await runner.query(
      'alter table session add column proof_code_at varchar(24) check ((proof_code_at is null) = (proof_code_hash is null))',
    );
    await runner.query("update session set proven_at = created_at where kind = 'person'");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['proof_code_at', 'proof_code_hash', 'proven_at'])
      await runner.query(`alter table session drop column ${column}`);
  }
}
