import { write } from '@slusen/ui/testing';
import type { EntryForm } from '@slusen/contracts';
import { anEntry, anEntryForm } from './entries.js';
import { FakeApi, ok } from './fake-api.js';
import { aSite } from './people.js';
import { showPage, textOf } from './show-page.js';
import { SAVE_AFTER } from '../app/entry/save-after.js';
import { EntryPage } from '../app/entry/entry-page.js';

/** Where the form of the specs is, and what it asks the API. */
export const ADDRESS = { indicator: 'besok', period: '2026-Q3', territory: '0884' };
export const FORM = 'GET /api/entry-form?indicator=besok&period=2026-Q3&territory=0884';
const { id } = anEntry();
export const CREATE = 'POST /api/entries';
export const SAVE = `PUT /api/entries/${id}`;
export const STEP = `POST /api/entries/${id}/steps`;

/** The entry form on a page, with an API that answers as it is told. */
class EntryFormDesk {
  api!: FakeApi;
  saveAfter = 50;

  open(): void {
    this.saveAfter = 50;
    localStorage.clear();
    sessionStorage.clear();
    this.api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/tasks', ok({ today: '2026-10-06', items: [] }));
  }

  async show(form: Partial<EntryForm> = {}, before?: () => unknown) {
    this.api.on(FORM, ok(anEntryForm(form)));
    const inputs = { indicator: 'besok', period: '2026-Q3', omrade: '0884' };
    const providers = [{ provide: SAVE_AFTER, useValue: this.saveAfter }];
    const shown = await showPage(EntryPage, { as: ['reporter'], inputs, providers, ...(before && { before }) });
    const { screen, settled, component } = shown;
    return {
      ...shown,
      value: () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Värde' }),
      type: async (text: string) => (write(screen.getByRole('textbox', { name: 'Värde' }), text), settled()),
      /** Goes on to another field. */
      leave: async () => (
        screen.getByRole('textbox', { name: 'Värde' }).dispatchEvent(new FocusEvent('focusout', { bubbles: true })),
        settled()
      ),
      submit: async () => (screen.getByRole('button', { name: 'Lämna in för granskning' }).click(), settled()),
      faults: () => [...shown.element.querySelectorAll<HTMLElement>('.fault')].filter((fault) => fault.checkVisibility()).map(textOf),
      mayLeave: () => component.mayLeave(),
    };
  }
}

/** Such a form for the specs of the surrounding `describe`. */
export function entryFormDesk(): EntryFormDesk {
  const desk = new EntryFormDesk();
  beforeEach(() => desk.open());
  return desk;
}
