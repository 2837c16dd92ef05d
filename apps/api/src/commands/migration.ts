import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { readConfig } from '../config.js';
import { dataSourceOptions, migrate } from '../data-source.js';
import { openDatabase } from '../database.js';

/** `npm run migration -- NameOfTheChange`: writes what the rows ask for and the tables lack, for a person to read. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[A-Z][A-Za-z0-9]+$/.test(name))
    throw new Error('Name the migration by what it does, in PascalCase: npm run migration -- CreateEntry');
  const database = await openDatabase(readConfig(process.env), 'visit');
  try {
    await migrate(database.ownerUrl);
    const source = await new DataSource(dataSourceOptions({ url: database.ownerUrl })).initialize();
    const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    if (upQueries.length === 0) return void process.stdout.write('The tables are as the rows say; there is nothing to write.\n');
    const stamp = Date.now();
    const path = join('apps', 'api', 'src', 'migrations', `${stamp}-${name}.ts`);
    await writeFile(path, textOf(`${name}${stamp}`, upQueries, [...downQueries].reverse()));
    process.stdout.write(`Wrote ${path}. Read it, then add it to migrations/index.ts.\n`);
  } finally {
    await database.close();
  }
}

type Queries = readonly { readonly query: string }[];
const linesOf = (queries: Queries): string =>
  queries.map(({ query }) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');

function textOf(name: string, up: Queries, down: Queries): string {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(runner: QueryRunner): Promise<void> {
${linesOf(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${linesOf(down)}
  }
}
`;
}

main(process.argv[2]).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  },
);
