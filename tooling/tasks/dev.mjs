/** `npm run dev`: the application with its own data folder's content, rebuilt and restarted on change, the page reloaded. */
import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startQuietly } from '../launcher/child.mjs';
import { say, sayFailure } from '../launcher/progress.mjs';
import { compile } from '../compile.mjs';
import { QUIET, apiEntries, copyDemo, replace, root } from './build.mjs';
import { startDevProxy } from './dev-proxy.mjs';
import { freePort } from './journeys.mjs';

const OUT = 'tmp/dev/dist';
const SETTLED = 300;

/** Runs until it is interrupted. Swedish pages only, since Angular builds one language at a time when it watches. */
export async function dev() {
  const [host, port] = [process.env.HOST ?? '127.0.0.1', Number(process.env.PORT ?? 3000)];
  const inner = await freePort();
  const proxy = await startDevProxy({ host, port, inner });
  const app = new RestartedApp({ PORT: String(inner), HOST: '127.0.0.1', PUBLIC_URL: `http://${host}:${port}` }, proxy);
  mkdirSync(join(root, OUT), { recursive: true });
  const dashboard = watchDashboard();
  const restart = settled(() => app.restart());
  await app.restart();
  watch(join(root, 'apps/api/src'), { recursive: true }, restart);
  watch(join(root, 'libs'), { recursive: true }, restart);
  watch(join(root, OUT), { recursive: true }, (_event, file) => file?.startsWith('dashboard') && restart());
  say(
    `Development: http://${host}:${port} (the build of the dashboard writes to ${dashboard.log}; the accounts are in demonstration-accounts.json in the data folder)`,
  );
  return dashboard.ended;
}

/** The application as one process at a time: compiled, stopped and started again at each call. */
class RestartedApp {
  constructor(settings, proxy) {
    Object.assign(this, { settings, proxy, running: undefined, queue: Promise.resolve() });
  }

  restart() {
    this.queue = this.queue.then(() => this.once()).catch(sayFailure);
    return this.queue;
  }

  async once() {
    await compileInto(join(root, OUT, 'api'), () => this.running?.stop());
    const env = { ...process.env, ...this.settings };
    this.running = startQuietly(process.execPath, ['--enable-source-maps', join(root, OUT, 'api/main.mjs')], {
      cwd: root,
      env,
      log: join(root, 'tmp/log/dev.log'),
    });
    this.running.ended.then((code) => code && say(`The application stopped with code ${code}:\n${this.running.tail()}`));
    await this.answering();
    this.proxy.reload();
  }

  async answering() {
    for (let tries = 0; tries < 240; tries++) {
      if (
        await fetch(`http://127.0.0.1:${this.settings.PORT}/ready`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await sleep(250);
    }
  }
}

/** Code that does not compile leaves the running application alone; `stop` is called when the new one is ready. */
async function compileInto(folder, stop) {
  const next = `${folder}.next`;
  await compile(apiEntries(), next);
  await copyDemo(next);
  await stop();
  await replace(folder, next);
}

function watchDashboard() {
  const args = ['run', 'dashboard:build:development', '--watch', `--outputPath=${OUT}/dashboard`];
  const log = join(root, 'tmp/log/dev-dashboard.log');
  return startQuietly(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), ...args], {
    cwd: root,
    env: { ...process.env, ...QUIET },
    log,
  });
}

/** Editors save in several steps; the work starts when the files have been still for a moment. */
function settled(work) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, SETTLED);
  };
}
