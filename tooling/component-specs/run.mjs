/** Runs compiled component specs in a Chromium and tells what came of each. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { BROWSER_ARGS, findChromium } from '../browser.mjs';
import { Report } from './report.mjs';

const LIMIT = 60_000;
const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml' };
const JASMINE = join(
  dirname(createRequire(createRequire(import.meta.url).resolve('jasmine')).resolve('jasmine-core')),
  'jasmine-core/jasmine.js',
);

/** Specs start when everything is loaded; what happens is told to this process as it happens. */
const PAGE = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><base href="/"><link rel="stylesheet" href="/styles.css">
<script src="/jasmine.js"></script></head><body>
<script type="module">
  import '/polyfills.js';
  import '/main.js';
  const env = jasmine.getEnv();
  env.configure({ random: true });
  env.addReporter({ specDone: (spec) => told('spec', spec), suiteDone: (suite) => told('suite', suite), jasmineDone: (all) => told('end', all) });
  await env.execute();
</script></body></html>`;

/** Gives the counts: `{ passed, failed, pending }`. Whatever a page says on its console as an error is a failure. */
export async function runInChromium(folder) {
  const { chromium } = await import('playwright-core');
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: BROWSER_ARGS });
  try {
    const report = new Report();
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, locale: 'sv-SE' });
    page.on('pageerror', (error) => report.fault(error.stack ?? error.message));
    page.on('console', (message) => message.type() === 'error' && report.fault(message.text()));
    await page.exposeFunction('told', (what, result) => report[what](result));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await report.counts(LIMIT);
  } finally {
    await browser.close();
    server.close();
  }
}

function serve(folder) {
  const server = createServer(async ({ url }, answer) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const body = pathname === '/' ? PAGE : await fileAt(pathname, folder);
    answer.writeHead(body === undefined ? 404 : 200, {
      'content-type': pathname === '/' ? TYPES['.html'] : (TYPES[extname(pathname)] ?? 'text/plain'),
    });
    answer.end(body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** Stands for the pictures that the API draws. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** A file of the compiled specs, or Jasmine itself; undefined when there is none. */
function fileAt(pathname, folder) {
  if (pathname.startsWith('/diagram/')) return PICTURE;
  const path = pathname === '/jasmine.js' ? JASMINE : join(folder, normalize(pathname));
  return readFile(path).catch(() => undefined);
}
