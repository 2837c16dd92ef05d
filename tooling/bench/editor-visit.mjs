/** The editor of a strategy as whoever writes in it meets it, in a browser. */
import { BROWSER_ARGS, findChromium } from '../browser.mjs';
import { median, percentile } from './rounds.mjs';

/** Faster than anybody writes. */
const KEY_EVERY_MS = 60;
const WRITTEN = ' och fler vill stanna kvar här hos oss';

/** Milliseconds until a draft's goal can be written in (median of the visits), and from a key to the picture that shows it (all but one of a hundred). */
export async function visitEditor({ url, path, cookie, visits }) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: BROWSER_ARGS });
  try {
    const [opened, keys] = [[], []];
    // The first visit also warms the browser itself up.
    for (let visit = 0; visit <= visits; visit++) {
      const measured = await visitOnce(browser, { url, path, cookie });
      if (visit > 0) opened.push(measured.opened);
      keys.push(...measured.keys);
    }
    return { opened: median(opened), keystroke: percentile(keys, 0.99) };
  } finally {
    await browser.close();
  }
}

async function visitOnce(browser, { url, path, cookie }) {
  const context = await browser.newContext({ locale: 'sv-SE' });
  try {
    const [name, value] = cookie.split(/=(.*)/s);
    // A cookie of this origin alone is for TLS; on loopback a browser sends it all the same.
    await context.addCookies([{ name, value, url: url.replace(/^http:/, 'https:'), secure: true }]);
    const page = await context.newPage();
    await page.addInitScript(() => globalThis.localStorage.setItem('slusen.signed-in', '1'));
    const since = performance.now();
    await page.goto(`${url}${path}`);
    const field = page.locator('#mal-namn-sv');
    await field.waitFor();
    const opened = performance.now() - since;
    await field.focus();
    await page.evaluate(timeKeys);
    await page.keyboard.type(WRITTEN, { delay: KEY_EVERY_MS });
    return { opened, keys: await page.evaluate('globalThis.keyTimes') };
  } finally {
    await context.close();
  }
}

/** In the page: from the moment of the key until the frame after the one that what it changed is drawn in. */
function timeKeys() {
  globalThis.keyTimes = [];
  globalThis.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      globalThis.requestAnimationFrame(() => {
        const { port1, port2 } = new globalThis.MessageChannel();
        port1.onmessage = () => globalThis.keyTimes.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      }),
    { capture: true },
  );
}
