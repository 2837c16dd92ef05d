import { until } from '@slusen/ui/testing';
import { anEntry } from '../../testing/entries.js';
import { CREATE, entryFormDesk, SAVE, STEP } from '../../testing/entry-form-desk.js';
import { NO_ANSWER, ok } from '../../testing/fake-api.js';
import { textOf } from '../../testing/show-page.js';

describe('The entry form, when the network was away,', () => {
  const desk = entryFormDesk();

  it('saves again by itself when it is back', async () => {
    desk.saveAfter = 20;
    desk.api.on(CREATE, NO_ANSWER, ok(anEntry(), 201));
    const { type, screen } = await desk.show();
    await type('120');
    await until(() => screen.queryByText('Inte sparat än. Texten finns kvar i den här webbläsaren.') !== null);
    window.dispatchEvent(new Event('online'));
    await until(() => screen.queryByText('Sparat som utkast') !== null);
    expect([desk.api.of(CREATE).length, screen.queryByRole('alert')]).toEqual([2, null]);
  });

  it('saves again by itself though nobody tells that it is back', async () => {
    desk.saveAfter = 20;
    desk.api.on(CREATE, NO_ANSWER, ok(anEntry(), 201));
    const { type, screen } = await desk.show();
    await type('120');
    await until(() => screen.queryByText('Sparat som utkast') !== null);
  });

  it('does not say of what may have come through that it was not submitted, and sends the same again until it is answered', async () => {
    desk.saveAfter = 60_000;
    desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, NO_ANSWER, NO_ANSWER, ok(anEntry({ version: 2, state: 'submitted', actions: [] })));
    const { type, submit, screen } = await desk.show();
    await type('120');
    await submit();
    await until(() => screen.queryByRole('alert') !== null);
    expect(textOf(screen.getByRole('alert'))).toMatch(/^Servern har inte svarat på inlämningen än\./);
    expect(screen.getByText('Sparat som utkast')).toBeTruthy();
    window.dispatchEvent(new Event('online'));
    await until(() => desk.api.of(STEP).length === 2);
    await until(() => screen.queryByRole('alert') !== null);
    window.dispatchEvent(new Event('online'));
    await until(() => screen.queryByRole('alert') === null);
    const keys = desk.api.of(STEP).map(({ headers }) => headers['Idempotency-Key']);
    expect([keys.length, new Set(keys).size, keys[0]?.length]).toEqual([3, 1, 36]);
    expect(screen.queryByRole('button', { name: 'Lämna in för granskning' })).toBeNull();
  });

  it('says that nothing was submitted when it could not even be saved', async () => {
    desk.saveAfter = 60_000;
    desk.api.on(CREATE, NO_ANSWER);
    const { type, submit, screen } = await desk.show();
    await type('120');
    await submit();
    await until(() => screen.queryByRole('alert') !== null);
    expect(textOf(screen.getByRole('alert'))).toMatch(/^Inte inlämnad\. Ingen kontakt med servern/);
  });

  it('says so beside what was pressed, and moves nothing above it', async () => {
    desk.api.on(CREATE, NO_ANSWER);
    const { type, screen } = await desk.show();
    await type('120');
    await until(() => screen.queryByRole('alert') !== null);
    const submit = screen.getByRole('button', { name: 'Lämna in för granskning' });
    expect(submit.compareDocumentPosition(screen.getByRole('alert')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('does not say of what is typed after that it was not submitted', async () => {
    desk.saveAfter = 20;
    desk.api
      .on(CREATE, ok(anEntry(), 201))
      .on(STEP, NO_ANSWER)
      .on(SAVE, ok(anEntry({ version: 2 })), NO_ANSWER);
    const { type, submit, screen } = await desk.show();
    await type('120');
    await submit();
    await until(() => screen.queryByRole('alert') !== null);
    await type('121');
    await until(() => screen.queryByRole('alert') === null);
    await type('122');
    await until(() => screen.queryByRole('alert') !== null);
    expect(textOf(screen.getByRole('alert'))).toMatch(/^Ingen kontakt med servern/);
  });
});
