import type { Page } from 'playwright-core';
import { accountRoleWord } from '@slusen/domain';
import { type Journeys, setting, type Visit } from './browser.js';
import { accept, invite, type Invited } from './invitation.js';

/** What was seen of a municipality that works from its first draft to a target that was lowered. */
export interface AtWork {
  /** What the page of a new indicator says comes next. */
  readonly next: string;
  /** Whether the draft can be followed up, as its page says. */
  readonly measurable: string;
  /** The heading of the indicator’s page once the figure was approved. */
  readonly heading: string;
  /** What the guide to the first figure says when all is done. */
  readonly guide: string;
  /** What the indicator’s page says of the target after the decision. */
  readonly target: string;
}

const DEPARTMENT = 'Biblioteket';
const INDICATOR = 'Utlån';
const GOAL = 'Fler lånar på biblioteket';
const address = (path: string): string => setting('OTHER_URL') + path;

const person = (name: string, ...roles: Invited['roles']): Invited => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@hultsfred.example`,
  roles,
});
const IDA = person('Ida Berg', { role: accountRoleWord('strategist', 'sv') });
const OLA = person('Ola Lund', { role: accountRoleWord('reporter', 'sv'), department: DEPARTMENT });
const VERA = person('Vera Holm', { role: accountRoleWord('reviewer', 'sv'), department: DEPARTMENT });

/** Everything that a new municipality does with its strategy in its first days, in the browser of each who does it. */
export async function workFromNothing(journeys: Journeys, { page: eva }: Visit): Promise<AtWork> {
  const come = async (who: Invited): Promise<Page> => {
    await eva.goto(address('/administration/personer'));
    const link = await invite(eva, who);
    const { page } = await journeys.visit();
    await accept(page, { ...who, link });
    return page;
  };
  const next = await addIndicator(eva);
  const [ida, ola, vera] = [await come(IDA), await come(OLA), await come(VERA)];
  const measurable = await draft(eva);
  await adopt(ida);
  await enter(ola);
  await approve(vera);
  const heading = await shown(ola, () => ola.getByRole('heading', { level: 1 }).innerText());
  await lowerTarget(ida);
  return { next, measurable, heading, guide: await guide(eva), target: await shown(ola, () => ola.locator('main').innerText()) };
}

/** As the guide leads: the indicator, with the department that answers for it, which is not there yet. Returns what comes next. */
async function addIndicator(page: Page): Promise<string> {
  await page.goto(address('/kom-igang'));
  await page.getByRole('link', { name: 'Lägg till en indikator' }).click();
  for (const [label, text] of [
    ['Namn på svenska', INDICATOR],
    ['Definition på svenska', 'Antal lån på kommunens bibliotek under året.'],
    ['Enhet på svenska', 'lån'],
    ['Källa', 'Egen räkning'],
    ['Vad heter förvaltningen?', DEPARTMENT],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Lägg till förvaltningen' }).click();
  await page.getByText(`${DEPARTMENT} finns nu med och är vald.`).waitFor();
  await page.getByText(/^Mer, som kan fyllas i senare/).click();
  await page.getByLabel('Rådighet').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Lägg till indikatorn' }).click();
  await page.waitForURL('**/administration/indikatorer/utlan');
  return page.locator('app-first-value').innerText();
}

/** What the guide says of how far it has come. */
async function guide(page: Page): Promise<string> {
  await page.goto(address('/kom-igang'));
  const part = page.getByRole('region', { name: 'Till den första siffran' });
  await part.getByRole('listitem').first().waitFor();
  return part.innerText();
}

/** Draws up the next version with a goal of its own, and proposes it. */
async function draft(page: Page): Promise<string> {
  await page.goto(address('/administration/strategi'));
  await page.getByLabel('Vad ska utkastet heta?').fill('Strategi 2027');
  await page.getByRole('button', { name: 'Börja' }).click();
  const parts = page.getByRole('navigation', { name: 'Delar av utkastet' });
  await parts.getByRole('link', { name: 'Beslutet' }).click();
  await page.getByLabel('Beslutets dag').fill('2026-11-24');
  await page.getByLabel('Gäller från och med').fill('2026-11-25');
  await parts.getByRole('button', { name: 'Lägg till ett mål' }).first().click();
  await page.getByLabel('Vad heter målet?').fill(GOAL);
  await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
  await page.getByLabel('Vad målet betyder', { exact: true }).fill('Fler ska ha nytta av biblioteket.');
  await page.getByRole('button', { name: 'Lägg till en indikator' }).click();
  await setTarget(page, { from: ['2024', '10000'], to: ['2030', '13000'] });
  await page.getByText('Allt är sparat.').waitFor();
  // It is counted anew after the last saving.
  const measurable = await page.getByRole('link', { name: /^1 av \d+ mätbara?$/ }).innerText();
  // Nothing is missing, so nothing is asked.
  await page.getByRole('button', { name: 'Föreslå att det antas' }).click();
  await page.getByText('föreslaget för antagande').waitFor();
  return measurable;
}

async function setTarget(page: Page, { from, to }: { from?: readonly [string, string]; to: readonly [string, string] }): Promise<void> {
  if (from) {
    await page.getByLabel('Målvärde', { exact: true }).first().selectOption({ label: 'ett värde att nå' });
    await page.getByLabel('Utgångsperiod').fill(from[0]);
    await page.getByLabel('Utgångsvärde').fill(from[1]);
    await page.getByLabel('Hur långt ifrån är ändå nära?').fill('200');
  }
  await page.getByLabel('Slutperiod').fill(to[0]);
  await page.getByRole('textbox', { name: 'Målvärde', exact: true }).fill(to[1]);
  await page.getByRole('textbox', { name: 'Målvärde', exact: true }).press('Tab');
}

/** Another than who proposed it adopts it. */
async function adopt(page: Page): Promise<void> {
  await page.goto(address('/administration/strategi'));
  await page.getByRole('link', { name: 'Strategi 2027' }).click();
  await page.getByRole('button', { name: 'Anta strategin' }).click();
  await page.getByRole('button', { name: 'Ja, gör det' }).click();
  await page.getByText('antaget').first().waitFor();
}

async function enter(page: Page): Promise<void> {
  await page.goto(address('/inmatning/utlan/2025'));
  const value = page.getByRole('textbox', { name: 'Värde', exact: true });
  await value.fill('10600');
  await value.press('Tab');
  await page.getByRole('button', { name: 'Lämna in för granskning' }).click();
  await page.getByText('Inlämnat').first().waitFor();
}

async function approve(page: Page): Promise<void> {
  await page.goto(address('/granskning'));
  await page.getByRole('link', { name: new RegExp(`^Granska.*${INDICATOR}`) }).click();
  await page.getByRole('button', { name: 'Godkänn och publicera' }).click();
  await page.getByText('Godkänt och publicerat:').waitFor();
}

async function lowerTarget(page: Page): Promise<void> {
  await page.goto(address('/administration/indikatorer/utlan'));
  await page.getByRole('link', { name: GOAL }).click();
  await setTarget(page, { to: ['2030', '11500'] });
  await page.getByLabel('Beslut', { exact: true }).last().fill('Kommunfullmäktige 2026-11-26 § 7');
  await page.getByLabel('Varför ändras målvärdet?').fill('Filialen i Målilla stängdes.');
  await page.getByRole('button', { name: 'För in beslutet' }).click();
  await page.getByText('Målvärdet är ändrat.').waitFor();
}

/** What everyone is shown of the indicator; whoever is signed in gets the page as it is now. */
async function shown(page: Page, read: () => Promise<string>): Promise<string> {
  await page.goto(address('/indikator/utlan'), { waitUntil: 'networkidle' });
  return read();
}
