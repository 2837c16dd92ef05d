import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { ApiClient } from '../data/api-client.js';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { GuideStrip } from './guide-strip.js';

const GUIDE = 'GET /api/admin/first-figure';
const ALL = ['municipality', 'indicator', 'reporter', 'reviewer', 'figure', 'published', 'strategy', 'target'];

describe('GuideStrip', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi();
  });
  type Role = 'administrator' | 'reporter';
  const open = (at: string, as: Role = 'administrator') => showPage(GuideStrip, { at, as: [as] });

  it('leads back to the guide and on to the next step, where administrators work', async () => {
    api.on(GUIDE, ok({ done: ['municipality'] }));
    const { screen, element } = await open('/administration/personer');
    expect(textOf(element)).toBe('Kom igång: 1 av 8 klart. Nästa: Lägg till en indikator');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/kom-igang#forsta-siffran',
      '/administration/indikatorer/ny',
    ]);
  });

  it('names a step that somebody else takes', async () => {
    api.on(GUIDE, ok({ done: ['municipality', 'indicator', 'reporter', 'reviewer', 'figure'] }));
    const { screen, element } = await open('/administration');
    expect(textOf(element)).toContain('Nästa: Granska och publicera värdet');
    expect(screen.getAllByRole('link').length).toBe(1);
  });

  it('leads to the strategy that waits to be adopted, and says to whoever proposed it that another adopts it', async () => {
    const done = ALL.slice(0, 6);
    api.on(GUIDE, ok({ done, proposal: { draft: 4, isOwn: false } }));
    const { screen, element } = await open('/administration');
    expect(textOf(element)).toContain('Nästa: Anta strategin');
    expect(screen.getByRole('link', { name: 'Anta strategin' }).getAttribute('href')).toBe('/administration/strategi/4');
    api.on(GUIDE, ok({ done, proposal: { draft: 4, isOwn: true } }));
    await TestBed.inject(Router).navigateByUrl('/mina-uppgifter');
    TestBed.tick();
    expect(await screen.findByText('Vänta på att någon annan antar strategin')).toBeTruthy();
  });

  it('goes on when something was done, here or on another page', async () => {
    api.on(GUIDE, ok({ done: [] })).on('POST /api/thing', ok());
    const { element, settled } = await open('/administration');
    api.on(GUIDE, ok({ done: ['municipality'] }));
    await TestBed.inject(ApiClient).send({ method: 'POST', path: '/api/thing' });
    await settled();
    expect(textOf(element)).toContain('1 av 8 klart');
    api.on(GUIDE, ok({ done: ['municipality', 'indicator'] }));
    await TestBed.inject(Router).navigateByUrl('/mina-uppgifter');
    await settled();
    expect(textOf(element)).toContain('2 av 8 klart');
  });

  it('is gone once everything is done, and asks no more', async () => {
    api.on(GUIDE, ok({ done: ALL }));
    const { element, settled } = await open('/administration');
    await settled();
    expect(textOf(element)).toBe('');
    const asked = api.of(GUIDE).length;
    await TestBed.inject(Router).navigateByUrl('/mina-uppgifter');
    await settled();
    expect(api.of(GUIDE).length).toBe(asked);
  });

  it('is not on pages for everyone, nor anywhere for whoever administers nothing', async () => {
    api.on(GUIDE, ok({ done: [] }));
    expect(textOf((await open('/indikator/utlan')).element)).toBe('');
    TestBed.resetTestingModule();
    const asked = api.of(GUIDE).length;
    expect(textOf((await open('/mina-uppgifter', 'reporter')).element)).toBe('');
    expect(api.of(GUIDE).length).toBe(asked);
  });
});
