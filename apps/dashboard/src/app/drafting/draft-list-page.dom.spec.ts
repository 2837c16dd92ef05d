import { write } from '@slusen/ui/testing';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage } from '../../testing/show-page.js';
import { DraftListPage } from './draft-list-page.js';

const DRAFTS = '/api/strategy-drafts';

describe('DraftListPage', () => {
  async function begin(hasVersion: boolean, choice?: RegExp): Promise<unknown> {
    const api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on(`GET ${DRAFTS}`, ok({ drafts: [], hasVersion }))
      .on(`POST ${DRAFTS}`, ok({ id: 7 }, 201));
    const { screen, settled } = await showPage(DraftListPage, { as: ['strategist'] });
    write(screen.getByLabelText('Vad ska utkastet heta?'), 'Strategi 2027');
    if (choice) screen.getByRole('radio', { name: choice }).click();
    await settled();
    screen.getByRole('button', { name: 'Börja' }).click();
    await settled();
    return [screen.getAllByRole('radio').length, api.of(`POST ${DRAFTS}`)[0]?.body];
  }

  it('begins with the strategy in force where there is one', async () =>
    expect(await begin(true)).toEqual([2, { title: 'Strategi 2027', from: 'in-force' }]));

  it('offers none that is not there: it begins with the template then', async () =>
    expect(await begin(false)).toEqual([2, { title: 'Strategi 2027', from: 'template' }]));

  it('begins with nothing when that is chosen', async () =>
    expect(await begin(false, /Ingenting/)).toEqual([2, { title: 'Strategi 2027', from: 'empty' }]));
});
