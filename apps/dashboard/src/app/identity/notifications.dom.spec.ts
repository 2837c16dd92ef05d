import type { NotificationsView } from '@slusen/contracts';
import { USUAL_NOTIFICATIONS, type AccountRole } from '@slusen/domain';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { Notifications } from './notifications.js';

const GET = 'GET /api/account/notifications';
const PUT = 'PUT /api/account/notifications';
const LABELS = { before: 'Innan något ska vara inlämnat', after: 'När något är försenat', queue: 'När något väntar på din granskning' };

describe('what one is written to about', () => {
  const aView = (different: Partial<NotificationsView> = {}): NotificationsView => ({
    ...{ choice: USUAL_NOTIFICATIONS, isMailSent: true, hasAddress: true },
    ...different,
  });
  let api: FakeApi;
  async function showOwn(as: readonly AccountRole[] = ['reporter'], view = aView()) {
    localStorage.clear();
    api = new FakeApi().on(GET, ok(view));
    const shown = await showPage(Notifications, { as });
    await shown.settled();
    return shown;
  }
  type Own = Awaited<ReturnType<typeof showOwn>>;
  const press = async ({ screen, settled }: Own, name: string): Promise<void> => {
    screen.getByRole('button', { name }).click();
    await settled();
  };
  const pick = ({ screen }: Own, label: string, value: string): void => {
    const box = screen.getByLabelText<HTMLSelectElement>(label);
    box.value = value;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const roles: readonly (readonly [as: readonly AccountRole[], labels: readonly string[]])[] = [
    [['reporter'], [LABELS.before, LABELS.after]],
    [['reviewer'], [LABELS.queue]],
    [['reporter', 'reviewer'], Object.values(LABELS)],
    [['politician', 'administrator'], []],
  ];
  for (const [as, labels] of roles)
    it(`is chosen by ${as.join(' and ')} only as far as it can come: ${labels.length} times`, async () => {
      const { element } = await showOwn(as);
      expect([...element.querySelectorAll('ui-form-field label')].map(textOf)).toEqual(labels);
      expect(element.querySelectorAll('h2').length).toBe(labels.length > 0 ? 1 : 0);
      expect(api.of(GET).length).toBe(labels.length > 0 ? 1 : 0);
    });

  it('is saved with a button, which says so, and taken back with another', async () => {
    const shown = await showOwn();
    const chosen = { ...USUAL_NOTIFICATIONS, daysBefore: undefined, approved: true };
    api.on(PUT, ok(aView({ choice: chosen })), ok(aView()));
    pick(shown, LABELS.before, '');
    shown.screen.getByLabelText<HTMLInputElement>(/godkänns/).click();
    await press(shown, 'Spara');
    expect(api.of(PUT)[0]?.body).toEqual(JSON.parse(JSON.stringify(chosen)));
    expect(textOf(shown.screen.getByRole('status'))).toBe('Dina val är sparade.');
    await press(shown, 'Ångra');
    expect(api.of(PUT)[1]?.body).toEqual(JSON.parse(JSON.stringify(USUAL_NOTIFICATIONS)));
    expect(textOf(shown.screen.getByRole('status'))).toBe('Dina val är som de var förut.');
    expect(shown.screen.getByLabelText<HTMLSelectElement>(LABELS.before).value).toBe('3');
    expect(shown.screen.queryByRole('button', { name: 'Ångra' })).toBeNull();
  });

  it('keeps what was chosen on the screen when it was refused, and says why', async () => {
    const shown = await showOwn();
    api.on(PUT, refused(403, 'permission.forbidden'));
    pick(shown, LABELS.after, '7');
    await press(shown, 'Spara');
    expect(shown.screen.getByRole('alert')).toBeTruthy();
    expect(shown.screen.getByLabelText<HTMLSelectElement>(LABELS.after).value).toBe('7');
  });

  it('keeps a number of days that is not among those offered', async () => {
    const { screen } = await showOwn(['reviewer'], aView({ choice: { ...USUAL_NOTIFICATIONS, queueAfter: 9 } }));
    expect(screen.getByLabelText<HTMLSelectElement>(LABELS.queue).value).toBe('9');
  });

  const hushed: readonly (readonly [view: Partial<NotificationsView>, words: string])[] = [
    [{ isMailSent: false, hasAddress: false }, 'skickar ingen e-post än'],
    [{ hasAddress: false }, 'Ditt konto har ingen e-postadress'],
  ];
  for (const [view, words] of hushed)
    it(`says when no mail comes: ${words}`, async () => {
      const { element } = await showOwn(['reporter'], aView(view));
      expect(textOf(element.querySelector('ui-banner'))).toContain(words);
    });
});
