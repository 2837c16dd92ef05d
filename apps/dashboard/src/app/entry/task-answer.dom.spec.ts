import type { Task } from '@slusen/contracts';
import { write } from '@slusen/ui/testing';
import { aTask } from '../../testing/entries.js';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { TasksPage } from './tasks-page.js';

const ANSWER = 'POST /api/tasks/answers';
const SAID = { id: 1, kind: 'later', until: '2026-10-14', by: 'Anna Lindeborg', on: '2026-10-06' } as const;

describe('an answer to a task', () => {
  let api: FakeApi;
  async function showTask(task: Partial<Task> = {}) {
    localStorage.clear();
    api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on('GET /api/tasks', ok({ today: '2026-10-06', items: [aTask(task)], people: [] }));
    const shown = await showPage(TasksPage, { as: ['reporter'] });
    const opener = shown.element.querySelector<HTMLElement>('summary');
    opener?.click();
    const send = async (): Promise<void> => {
      shown.screen.getByRole('button', { name: 'Skicka' }).click();
      await shown.settled();
    };
    return { ...shown, opener, send };
  }

  it('that the figure is not there yet is said on the line, and the focus stays', async () => {
    const { screen, element, opener, send } = await showTask();
    api.on(ANSWER, ok(SAID, 201));
    write(screen.getByLabelText('Dag'), '2026-10-14');
    await send();
    const figure = { indicator: 'besok', period: '2026-Q3', territory: '0884', breakdown: '' };
    expect(api.of(ANSWER)[0]?.body).toEqual({ ...figure, kind: 'later', until: '2026-10-14' });
    expect(textOf(element.querySelector('app-task-answer p'))).toBe('Påminns den 14 oktober 2026 · Anna Lindeborg, 6 oktober 2026');
    expect(textOf(screen.getByRole('status'))).toBe('Svaret är sparat.');
    expect(document.activeElement).toBe(opener);
    expect(element.querySelector('details')?.open).toBeFalse();
  });

  it('that asks for more time says why', async () => {
    const { screen, element, settled, send } = await showTask();
    screen.getByLabelText('Be om mer tid till den …').click();
    await settled();
    write(screen.getByLabelText('Dag'), '2026-10-30');
    await send();
    expect(textOf(element)).toContain('Skriv varför det behövs mer tid.');
    expect(api.of(ANSWER)).toEqual([]);
    api.on(ANSWER, ok({ ...SAID, kind: 'more-time', until: '2026-10-30', reason: 'Räknaren är trasig' }, 201));
    write(screen.getByLabelText('Varför?'), 'Räknaren är trasig');
    await send();
    expect(api.of(ANSWER)[0]?.body).toEqual(jasmine.objectContaining({ kind: 'more-time', reason: 'Räknaren är trasig' }));
    expect(textOf(element)).toContain('Har bett om mer tid till den 30 oktober 2026');
  });

  it('that is refused says why, and keeps what was typed', async () => {
    const { screen, element, send } = await showTask();
    write(screen.getByLabelText('Dag'), '2026-12-24');
    await send();
    expect(textOf(element)).toContain('Välj en dag inom 60 dagar.');
    api.on(ANSWER, refused(409, 'task-answer.not-asked-for'));
    write(screen.getByLabelText('Dag'), '2026-10-14');
    await send();
    expect(textOf(element)).toContain('Ingen väntar på den siffran längre.');
    expect(screen.getByLabelText<HTMLInputElement>('Dag').value).toBe('2026-10-14');
  });

  it('says what was decided', async () => {
    const granted = { id: 2, kind: 'granted', until: '2026-10-30', by: 'Ingrid', on: '2026-10-05' } as const;
    const { element } = await showTask({ answer: granted });
    expect(textOf(element)).toContain('Har fått mer tid till den 30 oktober 2026');
  });

  it('is asked of nothing that has a figure', async () => {
    expect((await showTask({ state: 'preliminary' })).opener).toBeNull();
  });
});
