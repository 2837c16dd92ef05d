import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { accountRoleWord } from '@slusen/domain';
import { TOTP } from 'otpauth';
import { accessibilityFaults, overflow, setting, show, type Visit } from './browser.js';
import { accept, invite } from './invitation.js';

/** Whoever sets the other installation up. */
export const FIRST = { name: 'Eva Norrby', username: 'eva', password: 'ett långt lösenord' };

/** What was seen on the way. */
export interface FirstHour {
  /** Where addresses led before anything was set up. */
  readonly led: readonly string[];
  /** What was not accessible at a step. */
  readonly faults: readonly string[];
  /** What a second browser was told when the code had been used. */
  readonly second: string;
  /** Where somebody came who was invited then. */
  readonly invited: string;
}

/** Whom the first administrator invites first. */
const BO = { name: 'Bo Ek', email: 'bo.ek@hultsfred.example', roles: [{ role: accountRoleWord('politician', 'sv') }] };

/** The code that the installation printed at its start, as whoever started it reads it. */
async function oneTimeCode(): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const code = /until the next start: {2}(\S+)/.exec(await readFile(setting('OTHER_LOG'), 'utf8'))?.[1];
    if (code) return code;
    await sleep(200);
  }
  throw new Error('The installation printed no code');
}

/** Sets up an installation in the browser, from nothing to a strategy of six areas. */
export async function firstHour({ page }: Visit, secondVisit: Visit): Promise<FirstHour> {
  const other = (path: string): string => setting('OTHER_URL') + path;
  const led = await whereAddressesLead(page);
  const faults: string[] = [];
  const look = async (): Promise<void> => void faults.push(...(await accessibilityFaults(page)));
  await page.goto(other('/'));
  await page.getByLabel('Engångskod').fill(await oneTimeCode());
  await page.getByLabel('Ditt namn').fill(FIRST.name);
  await page.getByLabel('Användarnamn').fill(FIRST.username);
  await page.getByLabel('Lösenord').fill(FIRST.password);
  await look();
  await page.getByRole('button', { name: 'Skapa kontot och logga in' }).click();
  await secondFactor(page, look);
  await page.getByRole('textbox', { name: 'Kommunens namn' }).fill('Hultsfreds kommun');
  await page.getByLabel('Kommunkod').fill('0860');
  await look();
  await secondVisit.page.goto(other('/'), { waitUntil: 'networkidle' });
  const second = await secondVisit.page.locator('main').innerText();
  await goOn(page);
  await page
    .getByLabel('Logotyp', { exact: true })
    .setInputFiles({ name: 'logotyp.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) });
  await page.getByAltText('Logotypen som visas nu').waitFor();
  await page.getByLabel('Accentfärg').fill('#7a1f4e');
  await look();
  await goOn(page);
  await page.getByRole('radio', { name: /^CC0/ }).check();
  await look();
  await goOn(page);
  await beginWithTemplate(page, look);
  await page.goto(other('/administration/personer'));
  await accept(secondVisit.page, { ...BO, link: await invite(page, BO, look) });
  await secondVisit.page.waitForURL('**/oversikt');
  return { led, faults: [...faults, ...(await faultsOfDesks(page))], second, invited: new URL(secondVisit.page.url()).pathname };
}

async function whereAddressesLead(page: Page): Promise<string[]> {
  const led: string[] = [];
  for (const path of ['/', '/indikator/folkmangd', '/en/om']) {
    await page.goto(setting('OTHER_URL') + path);
    led.push(new URL(page.url()).pathname);
  }
  return led;
}

async function beginWithTemplate(page: Page, look: () => Promise<void>): Promise<void> {
  await page.getByLabel('Beslutsdatum').fill('2026-11-23');
  await page.getByLabel('Gäller från').fill('2026-11-24');
  await look();
  await page.getByRole('button', { name: 'Börja med mallen' }).click();
  await page.getByText('Det är klart').waitFor();
  await look();
}

/** What every administrator sets up first: a code from an app, and codes on paper. */
async function secondFactor(page: Page, look: () => Promise<void>): Promise<void> {
  const begin = page.getByRole('button', { name: 'Ordna tvåstegsverifiering', disabled: false });
  await begin.waitFor();
  await look();
  await begin.click();
  const secret = (await page.locator('.steps code').textContent()) ?? '';
  await look();
  await page.getByLabel('Kod från appen').fill(new TOTP({ secret: secret.replaceAll(' ', '') }).generate());
  await page.getByRole('button', { name: 'Slå på' }).click();
  await page.locator('.codes').waitFor();
  await look();
  await page.getByRole('button', { name: 'Jag har sparat koderna' }).click();
}

const DESKS = ['', '/installningar', '/handelser', '/datahalsa', '/personer', '/post', '/jobb'].map((desk) => `administration${desk}`);
const TELEPHONE = { viewport: { width: 360, height: 780 }, colorScheme: 'dark' } as const;

/** What is not accessible where administrators work, or does not fit on a telephone, in either language. */
async function faultsOfDesks(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await show(page, TELEPHONE);
  for (const address of ['', 'en/'].flatMap((prefix) => DESKS.map((path) => `/${prefix}${path}`))) {
    await page.goto(setting('OTHER_URL') + address, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const pixels = await overflow(page);
    const found = [...(await accessibilityFaults(page)), ...(pixels > 0 ? [`${pixels} pixels too wide`] : [])];
    faults.push(...found.map((fault) => `${address}: ${fault}`));
  }
  return faults;
}

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#1a7"/></svg>';

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Spara och fortsätt' }).click();
}
