import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an indicator is measured by a decision, so that nothing of it is late from before; what was recorded without counts from that day. */
export class KnowSinceWhenItIsMeasured1799500000001 implements MigrationInterface {
  readonly name = 'KnowSinceWhenItIsMeasured1799500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table indicator add in_force_from date`);
  }

  /** Refused while an indicator says it: its row was sealed with it. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as indicators from indicator where in_force_from is not null`)) as {
      indicators: number;
    }[];
    if (found?.indicators)
      throw new Error(
        `KnowSinceWhenItIsMeasured stays: ${found.indicators} indicators say since when they are measured. Restore a backup from before the migration instead.`,
      );
    await runner.query(`alter table indicator drop in_force_from`);
  }
}
