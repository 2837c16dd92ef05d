import { createApplication } from './application.js';
import type { Config } from './config.js';
import { openDatabase } from './database.js';
import { prepareDemonstration } from './demo/demonstration.js';
import { migrateSafely } from './integrity/backup/migrate-safely.js';
import { UploadClock } from './imports/uploads/upload-clock.js';
import { HeadsLog } from './integrity/heads/heads-log.js';
import { NightlyRound } from './integrity/nightly/nightly-round.js';
import { Jobs } from './jobs/jobs.js';
import { ReorganisationRound } from './reorganising/reorganisation-round.js';
import { ReminderClock } from './reminders/reminder-clock.js';
import { RoundClock } from './rounds/round-clock.js';
import { FirstCode } from './set-up/first-code.js';

const STOP_WITHIN_MS = 10_000;

/** Serves what the settings say until a signal ends the process; whoever runs it is told where, and how to begin. */
export async function serve(config: Config): Promise<void> {
  const database = await openDatabase(config, 'serve');
  try {
    await migrateSafely(config, database);
    const app = await createApplication(config, database.appUrl);
    await app.get(HeadsLog).begin();
    const demonstration = config.demo ? await prepareDemonstration(app) : undefined;
    await app.listen(config.port, config.host);
    app.get(NightlyRound).begin();
    await app.get(ReorganisationRound).begin();
    await app.get(Jobs).begin();
    await app.get(RoundClock).begin();
    app.get(ReminderClock).begin();
    await app.get(UploadClock).begin();
    announce(config.isPractice ? config.publicUrl : await app.getUrl(), demonstration ?? (await firstStart(app.get(FirstCode), config)));
    stopOnSignal(async () => {
      await app.close();
      await database.close();
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What whoever runs the server must know to begin; undefined where somebody administers the installation. */
async function firstStart(codes: FirstCode, { publicUrl }: Config): Promise<string | undefined> {
  const code = await codes.renew();
  if (code === undefined) return undefined;
  return `Nobody administers this installation yet. Open ${publicUrl}/kom-igang and make the first administrator\nwith this code, which works once and until the next start:  ${code}`;
}

function announce(url: string, told: string | undefined): void {
  process.stdout.write(`\nSLUSEN is running: ${url}\n`);
  if (told) process.stdout.write(`\n${told}\n`);
  process.stdout.write('\nStop with Ctrl+C.\n');
}

/** What runs is finished, new requests are refused; whoever hangs for ten seconds is left behind. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
