import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A request's key is claimed and looked up in one go: first the lock, then a look with eyes of its own, so that an answer committed
 * between the two is found. Reporters and reviewers find their entries by index.
 */
export class ClaimKey1795765000000 implements MigrationInterface {
  readonly name = 'ClaimKey1795765000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function claim_key(account uuid, wanted text, out is_free boolean, out fingerprint bytea, out answer jsonb) language plpgsql as $$
      begin
        is_free := pg_try_advisory_xact_lock(hashtextextended(account || ' ' || wanted, 0));
        select k.fingerprint, k.answer into fingerprint, answer from idempotency_key k where k.account_id = account and k.key = wanted;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function claim_key(uuid, text)`);
  }
}
