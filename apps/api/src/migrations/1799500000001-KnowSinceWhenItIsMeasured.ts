import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an indicator is measured by a decision, so that nothing of it is late from before; what was recorded without counts from that day. */
export class KnowSinceWhenItIsMeasured1799500000001 implements MigrationInterface {
  readonly name = 'KnowSinceWhenItIsMeasured1799500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table indicator add in_force_from date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table indicator drop in_force_from`);
  }
}
