/** Finds a Chromium for the browser journeys, or fetches one; each is started once before it is believed in. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from './launcher/child.mjs';
import { withLock } from './launcher/lock.mjs';
import { StepError, step } from './launcher/progress.mjs';
import { npmOfThisNode, sayWaiting } from './launcher/runtime.mjs';
import { hashOf, isFresh, stamped } from './launcher/stamp.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'tooling/browser');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PROGRAMS = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ].flatMap((path) =>
    [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean).map((base) => join(base, path)),
  ),
};
const NONE = 'no Chromium was found or could be fetched; install one and set CHROME_BIN to its path, or set SKIP_BROWSER=1 to go without.';

/**
 * The path of a Chromium that starts here: CHROME_BIN, else one of the system, else the one locked in tooling/browser,
 * else (as root, with CI set) the one of apt-get. Throws a StepError when there is none, or when CHROME_BIN is wrong.
 */
export async function findChromium(env = process.env) {
  if (env.CHROME_BIN) return requireStarting(env.CHROME_BIN);
  for (const path of systemBrowsers(env)) if (await starts(path)) return path;
  const fetched = await fromPackage();
  if (fetched && (await starts(fetched))) return fetched;
  if (env.CI && process.getuid?.() === 0 && (await fromApt()) && (await starts('/usr/bin/chromium'))) return '/usr/bin/chromium';
  throw new StepError(NONE);
}

/** Where a system keeps its browsers, as far as they exist, in the order they are tried. */
export function systemBrowsers(env, platform = process.platform) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((directory) => NAMES.map((name) => join(directory, name)));
  return [...new Set([...onPath, ...(PROGRAMS[platform] ?? [])])].filter(isExecutable);
}

/** Whether a browser starts and shows a page, tried with the arguments the journeys use. */
export async function starts(executablePath) {
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      await page.setContent('<p>sluss</p>');
      return (await page.textContent('p')) === 'sluss';
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}

/** Root and containers have no sandbox for Chromium to make; the pages opened are the project's own. */
export const BROWSER_ARGS = ['--no-sandbox', '--disable-dev-shm-usage'];

async function requireStarting(path) {
  if (await starts(path)) return path;
  throw new StepError(`CHROME_BIN names ${path}, which does not start as a Chromium.`);
}

/** The package holds a compressed Chromium for Linux on x64, unpacked beside it with the libraries a bare system lacks. */
async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const path = join(folder, 'chromium.sh');
  const hash = hashOf({ files: ['package-lock.json', 'unpack.mjs', 'chromium.sh'].map((name) => join(folder, name)), root });
  const stamp = join(folder, 'node_modules/.slusen-stamp');
  const fetch = () => step('Fetching a Chromium (done once)', () => stamped(stamp, hash, unpack));
  try {
    await withLock(join(root, 'tmp/browser.lock'), () => (isFresh(stamp, hash) ? undefined : fetch()), sayWaiting);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
  }
  return existsSync(join(folder, 'node_modules/.unpacked/chromium')) ? path : undefined;
}

async function unpack() {
  const log = join(root, 'tmp/log/browser.log');
  const options = { cwd: folder, log, sentence: 'the Chromium could not be fetched.' };
  await runQuietly(process.execPath, [npmOfThisNode(), 'ci', '--ignore-scripts'], options);
  await runQuietly(process.execPath, [join(folder, 'unpack.mjs')], options);
}

async function fromApt() {
  const run = (args) =>
    new Promise((resolve) => {
      spawn('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .once('error', () => resolve(false))
        .once('close', (code) => resolve(code === 0));
    });
  return step(
    'Installing Chromium with apt-get',
    async () => (await run(['update'])) && run(['install', '-y', '--no-install-recommends', 'chromium']),
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
