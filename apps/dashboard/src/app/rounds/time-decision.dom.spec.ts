import type { TaskAnswerView } from '@slusen/contracts';
import { write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { TimeDecisionForm } from './time-decision.js';

const REQUEST: TaskAnswerView = {
  ...{ id: 7, kind: 'more-time', until: '2026-12-20', reason: 'Räknaren är på lagning', by: 'Rut', on: '2026-12-01' },
};
const DECIDE = 'POST /api/tasks/answers/7/decision';

describe('a decision about more time', () => {
  let api: FakeApi;
  async function showRequest() {
    localStorage.clear();
    api = new FakeApi().on(DECIDE, ok({ ...REQUEST, id: 8, kind: 'granted' }, 201));
    const shown = await showPage(TimeDecisionForm, { as: ['strategist'], inputs: { request: REQUEST } });
    const press = async (name: string): Promise<void> => {
      shown.screen.getByRole('button', { name }).click();
      await shown.settled();
    };
    return { ...shown, press };
  }

  it('says who asks for how long, and why', async () => {
    const { element } = await showRequest();
    expect(textOf(element.querySelector('p'))).toContain('Rut ber om mer tid till den 20 december 2026. ');
    expect(textOf(element.querySelector('q'))).toContain('Räknaren är på lagning');
  });

  it('grants the day that was asked for, or another', async () => {
    const { screen, press } = await showRequest();
    write(screen.getByLabelText('Sista dag'), '2026-12-16');
    await press('Ge mer tid');
    expect(api.of(DECIDE)[0]?.body).toEqual({ kind: 'granted', until: '2026-12-16' });
  });

  it('declines with an answer to whoever asked', async () => {
    const { screen, press } = await showRequest();
    write(screen.getByLabelText('Besked till den som rapporterar'), 'Nämnden möts på fredag');
    await press('Ge inte mer tid');
    expect(api.of(DECIDE)[0]?.body).toEqual({ kind: 'declined', reason: 'Nämnden möts på fredag' });
  });

  it('says why it was refused', async () => {
    const shown = await showRequest();
    api.on(DECIDE, refused(409, 'task-answer.settled'));
    await shown.press('Ge mer tid');
    expect(textOf(shown.element)).toContain('Någon annan har redan svarat');
  });
});
