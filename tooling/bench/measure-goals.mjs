/** (c) All goals of a generated strategy, computed live, against one named statement that reads what they are computed from. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDatabase, databaseSettings, databaseUrls } from './databases.mjs';
import { GOALS, INDICATORS, strategyFigures, strategyFile } from './generated-strategy.mjs';
import { againstBare } from './measure-reads.mjs';
import { signIn } from './people.mjs';
import { runCommand, startApp } from './processes.mjs';
import { answerOf, lastingHeaders } from './same-answer.mjs';

const DATABASE = 'bench_goals';
const ACCOUNT = { username: 'matare', name: 'Mätare', password: 'Bara-for-matningen-1' };

/**
 * Makes a database with the strategy and its figures beside that of `dataDir`, starts the application on it, and measures
 * `GET /api/overview` in turn with the bare side. Gives `compared()` and the size of the answer.
 */
export async function measureGoals({ load, built, dataDir, folder, territory, rounds, seconds }) {
  await createDatabase(dataDir, DATABASE);
  const env = { ...(await databaseSettings(dataDir, DATABASE)), DATA_DIR: join(folder, 'goals'), DEMO: '0' };
  await fill({ built, env, folder });
  const app = await startApp({ main: built('main.mjs'), env });
  try {
    const { cookie } = await signIn(app.url, ACCOUNT);
    const given = await answerOf(`${app.url}/api/overview`, { cookie });
    requireAllGoals(given);
    const goals = { headers: lastingHeaders(given.headers), body: given.body.toString('base64'), territory, goals: GOALS };
    const orders = { databaseUrl: (await databaseUrls(dataDir, DATABASE)).app, goals };
    return await againstBare({ app, load, rounds, seconds, orders, paths: { app: '/api/overview', bare: '/goals' }, headers: { cookie } });
  } finally {
    await app.stop();
  }
}

/** The way any municipality begins: a strategy from a file, accounts, figures from a file. */
async function fill({ built, env, folder }) {
  const year = new Date().getFullYear();
  const [strategy, figures, password] = ['strategy.json', 'strategy-figures.csv', 'password'].map((name) => join(folder, name));
  await writeFile(strategy, JSON.stringify(strategyFile(year)));
  await writeFile(figures, strategyFigures(year));
  await writeFile(password, `${ACCOUNT.password}\n`, { mode: 0o600 });
  const { username, name } = ACCOUNT;
  await runCommand(built('commands/strategy-import.mjs'), [strategy], { env });
  const roles = ['--role', 'administrator', '--role', 'reviewer:kommunstyrelsen'];
  await runCommand(built('commands/account.mjs'), ['--username', username, '--name', name, ...roles, '--password-file', password], { env });
  await runCommand(built('commands/import.mjs'), [figures, '--source', 'Mätfil', '--approved-by', username], { env });
}

/** An answer without goals, or without anything to assess, would be fast and mean nothing. */
function requireAllGoals({ status, body }) {
  if (status !== 200) throw new Error(`The overview answered ${status}: ${body.subarray(0, 200)}`);
  const indicators = JSON.parse(body)
    .areas.flatMap(({ goals }) => goals)
    .flatMap((goal) => goal.indicators);
  const assessed = indicators.filter(({ status: found }) => found && found !== 'not-assessable');
  if (indicators.length !== INDICATORS || assessed.length !== INDICATORS) {
    throw new Error(`The overview should assess ${INDICATORS} indicators; it shows ${indicators.length} and assesses ${assessed.length}`);
  }
}
