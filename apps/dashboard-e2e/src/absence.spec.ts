import { addDays, stockholmDate } from '@slusen/domain';
import { withBrowser } from './browser.js';
import { expectGood, expectSoon } from './expectations.js';

const TODAY = stockholmDate(new Date().toISOString());

describe('Whoever is going to be away', () => {
  const journeys = withBrowser();

  it('hands over to a colleague, who sees whose it is, and is back when they say so', async () => {
    const { page: away } = await journeys.signedIn('johan');
    await away.goto('/mina-indikatorer');
    await away.getByRole('heading', { level: 1, name: 'Mina indikatorer' }).waitFor();
    await expectGood(away, 'own-indicators');
    await away.goto('/konto');
    await away.getByLabel('Ersättare', { exact: true }).selectOption({ index: 1 });
    await away.getByLabel('Första dagen', { exact: true }).fill(TODAY);
    await away.getByLabel('Sista dagen', { exact: true }).fill(addDays(TODAY, 6));
    const form = away.locator('app-own-absences');
    await form.getByRole('button', { name: 'Spara' }).press('Enter');
    await away.getByText('Ersättaren är utsedd.').waitFor();
    await expectGood(away, 'account-away');

    const { page: deputy } = await journeys.signedIn('per');
    await deputy.goto('/mina-uppgifter');
    await deputy
      .getByText(/som ersättare för/)
      .first()
      .waitFor();
    await expectGood(deputy, 'tasks-of-deputy');
    await deputy.goto('/konto');
    await deputy.getByText(/^Du är ersättare för/).waitFor();

    await form.getByRole('button', { name: /^Ta bort/ }).press('Enter');
    await away.getByText('Du har inte sagt att du ska vara borta.').waitFor();
    await deputy.goto('/mina-uppgifter');
    // No tasks of their own: the page is not for them any more.
    await deputy.getByRole('heading', { level: 1, name: 'Du har inte behörighet' }).waitFor();
    await expectSoon(() => deputy.getByText(/som ersättare för/).count(), 0);
  });
});
