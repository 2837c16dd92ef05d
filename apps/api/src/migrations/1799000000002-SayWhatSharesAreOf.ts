import type { MigrationInterface, QueryRunner } from 'typeorm';

const hidden = (column: string): string =>
  `case when hidden.notes is not null and hidden.notes ? (o.id || ' value') then null else o.${column} end`;

/** What `public_observation` says at its end, and what it says there with the two numbers. */
const [COLUMNS_WERE, COLUMNS_ARE] = [
  'publish_at timestamp with time zone, is_final_early boolean)',
  'publish_at timestamp with time zone, is_final_early boolean, numerator numeric, denominator numeric)',
];
const [SAYS_WAS, SAYS_IS] = [
  'o.publish_at, o.is_final_early',
  `o.publish_at, o.is_final_early, ${hidden('numerator')}, ${hidden('denominator')}`,
];

/** A share may say what it is made of: nullable columns at the end, which no recorded row changes by. */
export class SayWhatSharesAreOf1799000000002 implements MigrationInterface {
  readonly name = 'SayWhatSharesAreOf1799000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['entry', 'observation'])
      await runner.query(
        `alter table ${table} add numerator numeric(21,6), add denominator numeric(21,6),
           add constraint ck_${table}_share check (num_nulls(numerator, denominator) <> 1 and denominator > 0)`,
      );
    await reword(runner, [
      [COLUMNS_WERE, COLUMNS_ARE],
      [SAYS_WAS, SAYS_IS],
    ]);
  }

  /** Refused in words while some figure says it: the program of before would forget it. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as figures from observation where denominator is not null`)) as {
      figures: number;
    }[];
    if (found?.figures)
      throw new Error(
        `SayWhatSharesAreOf stays: ${found.figures} figures say what they are shares of. Restore a backup from before the migration instead.`,
      );
    await reword(runner, [
      [SAYS_IS, SAYS_WAS],
      [COLUMNS_ARE, COLUMNS_WERE],
    ]);
    for (const table of ['entry', 'observation'])
      await runner.query(`alter table ${table} drop constraint ck_${table}_share, drop numerator, drop denominator`);
  }
}

/** Writes the function anew as it stands but for the wording, since what a function returns cannot be changed. */
async function reword(
  runner: QueryRunner,
  wording: readonly (readonly [was: string | undefined, is: string | undefined])[],
): Promise<void> {
  const [found] = (await runner.query(`select pg_get_functiondef('public_observation(timestamptz)'::regprocedure) as text`)) as [
    { text: string },
  ];
  const reworded = wording.reduce((text, [was = '', is = '']) => {
    if (!text.includes(was)) throw new Error(`public_observation does not say: ${was}`);
    return text.replace(was, () => is);
  }, found.text);
  await runner.query(`drop function public_observation(timestamptz)`);
  await runner.query(reworded);
}
