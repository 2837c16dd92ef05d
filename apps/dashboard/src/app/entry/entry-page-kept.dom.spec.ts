import { until } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import { anEntry } from '../../testing/entries.js';
import { CREATE, entryFormDesk, SAVE, STEP } from '../../testing/entry-form-desk.js';
import { NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSession } from '../../testing/people.js';
import { textOf } from '../../testing/show-page.js';
import { EMPTY_TEXT } from './entry-text.js';

const { id } = anEntry();

describe('The entry form that was left or changed elsewhere', () => {
  const desk = entryFormDesk();

  describe('of two versions', () => {
    const theirs = anEntry({
      version: 4,
      value: 99,
      events: [{ action: 'save', at: '2026-10-06T08:00:00.000Z', by: 'Johan Ek', isOwn: false, value: 99 }],
    });

    async function showConflict() {
      desk.api.on(SAVE, refused(412, 'entry.stale'), ok(anEntry({ version: 5, value: 121 }))).on(`GET /api/entries/${id}`, ok(theirs));
      const shown = await desk.show({ entry: anEntry() });
      await shown.type('121');
      await until(() => shown.screen.queryByRole('alert', { name: 'Någon annan har ändrat samma inmatning' }) !== null);
      const press = async (name: string) => (shown.screen.getByRole('button', { name }).click(), shown.settled());
      return { ...shown, press };
    }

    it('shows both, field by field, and who saved the other', async () => {
      const { screen } = await showConflict();
      const table = within(within(screen.getByRole('alert')).getByRole('table'));
      expect(table.getAllByRole('columnheader').map(textOf)).toEqual(['Det du har skrivit här', 'Det som är sparat (Johan Ek)']);
      expect(table.getAllByRole('row').slice(1).map(textOf)).toEqual(['Värde 121 besök 99 besök']);
    });

    it('saves mine over theirs, on their version, when I choose mine', async () => {
      const { press, screen, value } = await showConflict();
      await press('Behåll det jag har skrivit här');
      await until(() => screen.queryByText('Sparat som utkast') !== null);
      expect(desk.api.of(SAVE)[1]?.headers['If-Match']).toBe('"4"');
      expect([value().value, screen.queryByRole('alert')]).toEqual(['121', null]);
    });

    it('takes theirs into the form when I choose theirs', async () => {
      const { press, value, mayLeave } = await showConflict();
      await press('Ta det sparade');
      expect([value().value, await mayLeave(), Object.keys(localStorage).filter((key) => key.includes('besok'))]).toEqual(['99', true, []]);
    });
  });

  describe('brings back', () => {
    const keepFor = (account: string, version: number) => (): void =>
      localStorage.setItem(
        `slusen.draft.${account}/besok/2026-Q3/0884/`,
        JSON.stringify({ version, text: { ...EMPTY_TEXT, value: '130' } }),
      );
    const keep = (version: number) => keepFor(aSession().account.id, version);

    it('what was typed last time, and lets it be dropped', async () => {
      desk.saveAfter = 60_000;
      const { screen, value, settled } = await desk.show({}, keep(0));
      expect([value().value, screen.queryByText(/Det här skrev du förra gången/) !== null]).toEqual(['130', true]);
      screen.getByRole('button', { name: 'Ta bort det' }).click();
      await settled();
      expect([value().value, screen.queryByText(/Det här skrev du förra gången/)]).toEqual(['', null]);
    });

    it('it beside what was saved since, when it is older than that', async () => {
      const { screen } = await desk.show({ entry: anEntry({ version: 3 }) }, keep(1));
      const alert = screen.getByRole('alert', { name: 'Du har själv sparat en annan version' });
      expect(textOf(alert)).toContain('130 besök 120 besök');
    });

    it('nothing of another account', async () => {
      const { value } = await desk.show({}, keepFor('other', 0));
      expect(value().value).toBe('');
      expect(localStorage.getItem('slusen.draft.other/besok/2026-Q3/0884/')).not.toBeNull();
    });
  });

  describe('before it is left', () => {
    it('asks when something is not saved yet, and not otherwise', async () => {
      desk.api.on(CREATE, NO_ANSWER);
      const asked = spyOn(window, 'confirm').and.returnValue(false);
      const { type, mayLeave } = await desk.show();
      expect([await mayLeave(), asked.calls.count()]).toEqual([true, 0]);
      await type('120');
      expect([await mayLeave(), asked.calls.count()]).toEqual([false, 1]);
    });

    it('does not ask about what can be saved in a moment', async () => {
      desk.saveAfter = 5_000;
      desk.api.on(CREATE, ok(anEntry(), 201));
      const asked = spyOn(window, 'confirm').and.returnValue(false);
      const { type, mayLeave } = await desk.show();
      await type('120');
      expect([await mayLeave(), asked.calls.count(), desk.api.of(CREATE).length]).toEqual([true, 0, 1]);
    });

    it('asks while nobody knows whether what was submitted came through', async () => {
      desk.saveAfter = 60_000;
      desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, NO_ANSWER);
      const asked = spyOn(window, 'confirm').and.returnValue(false);
      const { type, submit, mayLeave, screen } = await desk.show();
      await type('120');
      await submit();
      await until(() => screen.queryByRole('alert') !== null);
      expect([await mayLeave(), asked.calls.mostRecent().args[0]]).toEqual([false, jasmine.stringMatching(/^Servern har inte svarat/)]);
      expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBeFalse();
    });

    it('asks about what cannot be understood, and so is not saved', async () => {
      const asked = spyOn(window, 'confirm').and.returnValue(true);
      const { type, mayLeave } = await desk.show();
      await type('tolv');
      expect([await mayLeave(), asked.calls.count()]).toEqual([true, 1]);
    });

    it('lets the browser ask before it closes the window', async () => {
      const { type } = await desk.show();
      const isLeft = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
      expect(isLeft()).toBeTrue();
      await type('tolv');
      expect(isLeft()).toBeFalse();
    });
  });
});
