import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foundByCodeSniffer } from './html-codesniffer.js';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Chromium without its own business on the network: the journeys reach nothing but the application. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A refusal that the page shows in words, and a line that a journey itself has cut. */
const EXPECTED = /status of 4\d\d|net::ERR_FAILED/;

/** Where the application under test is, as the task that started it says. */
export function setting(name: 'BASE_URL' | 'OTHER_URL' | 'OTHER_LOG' | 'DATA_DIR' | 'CHROME_BIN' | 'BUILT'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; the journeys are run by npm test`);
  return value;
}

/** A page with what went wrong in it: faults in scripts, failed loads, requests to anyone else. */
export interface Visit {
  readonly page: Page;
  readonly faults: string[];
}

/** One browser for all journeys of a file. */
export class Journeys {
  private browser: Browser | undefined;
  private readonly faults: string[] = [];

  async open(): Promise<void> {
    this.browser = await chromium.launch({ executablePath: setting('CHROME_BIN'), args: ARGUMENTS });
  }

  /** Ends the browser; fails when any page of any journey met a fault, whether or not the journey looked for it. */
  async close(): Promise<void> {
    await this.browser?.close();
    if (this.faults.length) throw new Error(`Faults on the way:\n${this.faults.join('\n')}`);
  }

  /** A fresh visitor. */
  async visit(options: BrowserContextOptions = {}): Promise<Visit> {
    if (!this.browser) throw new Error('Open the browser first');
    const context = await this.browser.newContext({
      baseURL: setting('BASE_URL'),
      locale: 'sv-SE',
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    const fault = (text: string): void => void [faults, this.faults].forEach((list) => list.push(`${page.url()}: ${text}`));
    // What the content security policy stops is not always told on the console.
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`${violatedDirective} refused ${blockedURI}`),
      ),
    );
    page.on('pageerror', (error) => fault(`error in a script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) fault(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (![setting('BASE_URL'), setting('OTHER_URL')].some((url) => request.url().startsWith(url)) && !request.url().startsWith('data:'))
        fault(`request to ${request.url()}`);
    });
    return { page, faults };
  }

  /** A visitor who has signed in to the demonstration. */
  async signedIn(username: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const visit = await this.visit(options);
    const { page } = visit;
    await page.goto('/logga-in');
    await page.getByLabel('Användarnamn').fill(username);
    await page.getByLabel('Lösenord').fill(await passwordOf(username));
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.waitForURL((url) => !url.pathname.includes('logga-in'));
    return visit;
  }
}

/** Journeys with a browser that is opened before the first of a suite and ended after its last. */
export function withBrowser(): Journeys {
  const journeys = new Journeys();
  beforeAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;
    return journeys.open();
  }, 60_000);
  afterAll(() => journeys.close());
  return journeys;
}

/** The password that the demonstration made for an account. */
export async function passwordOf(username: string): Promise<string> {
  const accounts = JSON.parse(await readFile(join(setting('DATA_DIR'), 'demonstration-accounts.json'), 'utf8')) as {
    username: string;
    password: string;
  }[];
  const account = accounts.find((candidate) => candidate.username === username);
  if (!account) throw new Error(`The demonstration has no account ${username}`);
  return account.password;
}

/** What axe and HTML_CodeSniffer find against WCAG 2 A and AA, as lines a person can read; empty when nothing. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  return [...(await foundByAxe(page)), ...(await foundByCodeSniffer(page))];
}

async function foundByAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // No page has frames, so nothing needs the blank page of its own that puts the findings of frames together.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(', ')})`,
  );
}

/** What scripts weighed when they were sent, by their address: asked about anew after a minute, a kept one is only said to be the same. */
const SENT_BYTES = new Map<string, number>();

/**
 * The scripts of the open page, with their bytes as they were sent (Chromium asks this machine for brotli).
 * @throws Error when a script says no weight, since it would pass as the lightest.
 */
export async function scriptsOf(page: Page): Promise<Map<string, number>> {
  const fetched = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
      ({ name, encodedBodySize }) => [name, encodedBodySize] as const,
    ),
  );
  const scripts = fetched.filter(([address]) => new URL(address).pathname.endsWith('.js'));
  for (const [address, bytes] of scripts) if (bytes > 0) SENT_BYTES.set(address, bytes);
  return new Map(scripts.map(([address]) => [new URL(address).pathname, sentBytesOf(address)]));
}

function sentBytesOf(address: string): number {
  const bytes = SENT_BYTES.get(address);
  if (bytes === undefined) throw new Error(`no weight is known of ${address}`);
  return bytes;
}

/** What scripts weigh together, in KiB. */
export function weightOf(scripts: ReadonlyMap<string, number>): number {
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024;
}

/** Shows the open page in a window of another size, and in the dark or in daylight where that is said. */
export async function show(page: Page, { viewport, colorScheme }: Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>): Promise<void> {
  if (viewport) await page.setViewportSize(viewport);
  if (colorScheme) await page.emulateMedia({ colorScheme });
  // What follows the window's size does so in the frame after, and what loads late asks the network then.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForLoadState('networkidle');
  // A colour on its way from one scheme to the other has the contrast of neither. Waiting for the end of each does not do: Chromium now and
  // then never says of a transition that it has begun, and then it never ends.
  await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => animation instanceof CSSTransition)
      .forEach((transition) => transition.finish()),
  );
}

/**
 * How much of the open page has jumped since it was loaded, as browsers measure it (cumulative layout shift): the part of the
 * window that moved times how far, as a part of the window. What follows at once on a press or a key is not counted.
 */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
        const ofPage = (entries: PerformanceEntryList): number =>
          (entries as Shift[]).reduce((sum, { value, hadRecentInput }) => (hadRecentInput ? sum : sum + value), 0);
        new PerformanceObserver((list) => resolve(ofPage(list.getEntries()))).observe({ type: 'layout-shift', buffered: true });
        // An observer is not called when there is nothing to tell.
        setTimeout(() => resolve(0), 100);
      }),
  );
}

/** Where the space between words is missing on the open page: "folkmängd(exempel", "2026.Sedan". */
export async function runTogether(page: Page): Promise<string[]> {
  // Addresses have secrets in them, which look as they happen to.
  const text = (await page.locator('main').innerText()).replaceAll(/\S*:\/\/\S*/g, '');
  return text.match(/.{0,20}(?:[\p{L}\d]\(\p{L}|[\p{Ll}\d][.!?]\p{Lu}).{0,20}/gu) ?? [];
}

/** How many pixels the page is wider than the window; 0 when it fits. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/**
 * Texts of the open page that are in the other language than the one they say, told by little words that only one of the two has: on an English
 * page "Exempel, inte beslutat" without `lang="sv"`.
 */
export function inOtherLanguage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign = {
      en: /(?<!\p{L})(och|inte|är|för|att|från|eller|ett|på|som|av)(?!\p{L})/iu,
      sv: /(?<!\p{L})(the|of|and|with|from|this)(?!\p{L})/iu,
    };
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      const language = parent?.closest<HTMLElement>('[lang]')?.lang === 'en' ? 'en' : 'sv';
      const said = text.textContent ?? '';
      if (!parent?.closest('script, style, noscript') && foreign[language].test(said)) found.push(said.trim());
    }
    return found;
  });
}
