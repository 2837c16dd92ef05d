/** What a browser must fetch before a public page can act, and when it first shows something. */
import { brotliCompressSync } from 'node:zlib';
import { BROWSER_ARGS, findChromium } from '../browser.mjs';
import { answerOf } from './same-answer.mjs';
import { median } from './rounds.mjs';

const KIB = 1024;
/** A script that another names outright (`import … from`) is needed at once; `import(…)` is not. */
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+\s*from\s*)?["'](\.{0,2}\/[^"']+\.js)["']/g;
const VISITS = 5;

/**
 * Brotli KiB of the scripts a page names (`script`, `modulepreload`) and of every script those import outright, as served;
 * what a server would send uncompressed is compressed here, since a proxy would.
 */
export async function initialScripts(url) {
  const html = (await answerOf(url)).body.toString();
  const base = new URL(/<base\b[^>]*\bhref="([^"]+)"/.exec(html)?.[1] ?? '', url);
  const waiting = scriptsOf(html).map((path) => new URL(path, base).href);
  const sizes = new Map();
  for (const script of waiting) {
    if (sizes.has(script)) continue;
    const { status, body: plain } = await answerOf(script);
    if (status !== 200) throw new Error(`The page ${url} names the script ${script}, which answers ${status}`);
    sizes.set(script, await servedSize(script, plain));
    waiting.push(...importsOf(plain.toString()).map((path) => new URL(path, script).href));
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0) / KIB;
}

/** The addresses of the scripts in a page's HTML. */
export function scriptsOf(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const isScript = (tag) => tag.startsWith('<script') || /\brel="modulepreload"/.test(tag);
  return tags.filter(isScript).flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

/** The scripts that a script imports outright. */
export function importsOf(script) {
  return [...script.matchAll(STATIC_IMPORT)].map(([, path]) => path);
}

async function servedSize(script, plain) {
  const { headers, body } = await answerOf(script, { 'accept-encoding': 'br' });
  return headers['content-encoding'] === 'br' ? body.length : brotliCompressSync(plain).length;
}

/** Median milliseconds to the first contentful paint, each visit in a browser context that has nothing kept. */
export async function firstPaint(url) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: BROWSER_ARGS });
  try {
    const times = [];
    // The first visit also warms the browser itself up.
    for (let visit = 0; visit <= VISITS; visit++) times.push(await visitOnce(browser, url));
    return median(times.slice(1));
  } finally {
    await browser.close();
  }
}

async function visitOnce(browser, url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return await page.evaluate(
      `new Promise((resolve) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime)))
        .observe({ type: 'paint', buffered: true }))`,
    );
  } finally {
    await context.close();
  }
}
