import type { MigrationInterface, QueryRunner } from 'typeorm';

const recorded = (column: 'at' | 'seq'): string => `(select r.${column} from record r where r.id = o.record_id)`;

/** What `public_observation` says of the record of a figure, and what it says instead. */
const REWORDED = [
  ['from observation o join record r on r.id = o.record_id', 'from observation o'],
  ['greatest(o.publish_at, r.at) as public_at', `greatest(o.publish_at, ${recorded('at')}) as public_at`],
  ['r.at as recorded_at, r.seq,', `${recorded('at')} as recorded_at, ${recorded('seq')} as seq,`],
  ['(known is null or r.at <= known)', `(known is null or ${recorded('at')} <= known)`],
] as const;

/**
 * When a figure was recorded is looked up where somebody asks. As a join it was read for every figure, also of the present, where every
 * figure that is committed has a record; and since most figures have come with a few large files, the planner took the first records for all
 * there are, merged the two lists, and read through the whole record for each entry that came after.
 */
export class LookUpRecordings1798290000000 implements MigrationInterface {
  readonly name = 'LookUpRecordings1798290000000';

  up(runner: QueryRunner): Promise<void> {
    return reword(runner, REWORDED);
  }

  down(runner: QueryRunner): Promise<void> {
    return reword(
      runner,
      REWORDED.map(([was, is]) => [is, was] as const),
    );
  }
}

/** Rewrites the function as it stands, so that what is hidden is said once, by the migration that made it so. */
async function reword(runner: QueryRunner, wording: readonly (readonly [was: string, is: string])[]): Promise<void> {
  const [found] = (await runner.query(`select pg_get_functiondef('public_observation(timestamptz)'::regprocedure) as text`)) as unknown as [
    { text: string },
  ];
  const reworded = wording.reduce((text, [was, is]) => {
    if (!text.includes(was)) throw new Error(`public_observation does not say: ${was}`);
    return text.replace(was, is);
  }, found.text);
  await runner.query(reworded);
}
