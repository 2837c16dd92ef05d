import type { Page } from 'playwright-core';

/** Who is invited, and as what. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  /** Each role, and the department, as the form calls them. */
  readonly roles: readonly { readonly role: string; readonly department?: string }[];
}

/** What is to be seen at each step besides. */
type Look = (page: Page) => Promise<void>;

/** An administrator invites somebody where no mail server is named; the link of the letter, which they hand over. */
export async function invite(page: Page, { name, email, roles }: Invited, look?: Look): Promise<string> {
  await page.getByText('Bjud in en person').click();
  await page.getByLabel('Namn', { exact: true }).fill(name);
  await page.getByLabel('E-postadress', { exact: true }).fill(email);
  for (const [at, { role, department }] of roles.entries()) {
    await page.getByRole('button', { name: 'Lägg till behörighet' }).click();
    const fields = page.getByRole('group', { name: `Behörigheter ${at + 1}` });
    await fields.getByLabel('Roll').selectOption({ label: role });
    if (department) await fields.getByLabel('Förvaltning').selectOption({ label: department });
  }
  await look?.(page);
  await page.getByRole('button', { name: 'Bjud in', exact: true }).click();
  await page.getByRole('link', { name: 'Se brevet under Utgående post.' }).click();
  await page
    .getByRole('button', { name: `Visa brevet ${name}` })
    .first()
    .click();
  const [link = ''] = /http:\S+/.exec(await page.locator('.letter').innerText()) ?? [];
  await look?.(page);
  return link;
}

/** Whoever was invited opens the link, chooses a password and is signed in. */
export async function accept(page: Page, { name, link }: Invited & { readonly link: string }, look?: Look): Promise<void> {
  const password = 'tre gröna cyklar i rad';
  await page.goto(link);
  await page.getByRole('heading', { name: `Välkommen ${name}!` }).waitFor();
  await look?.(page);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Spara lösenordet' }).click();
  await page.waitForURL(({ pathname }) => !/valj-losenord|logga-in/.test(pathname));
}
