import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { until } from '@slusen/ui/testing';
import { FakeApi, ok } from '../testing/fake-api.js';
import { aSession, aSite } from '../testing/people.js';
import { showPage } from '../testing/show-page.js';
import { App } from './app.js';

describe('App', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  it('begins with the way past the menus, which leads to the content of the page it is on', async () => {
    const { screen, element } = await showPage(App, { at: '/indikatorer?q=hus' });
    const skip = screen.getByRole<HTMLAnchorElement>('link', { name: 'Hoppa till innehållet' });
    expect(element.querySelector('a')).toBe(skip);
    expect(skip.getAttribute('href')).toBe('/indikatorer?q=hus#innehall');
    skip.addEventListener('click', (event) => event.preventDefault());
    skip.click();
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('keeps the language in that way on an English page', async () => {
    const { screen } = await showPage(App, { at: '/metod', language: 'en' });
    expect(screen.getByRole('link', { name: 'Hoppa till innehållet' }).getAttribute('href')).toBe('/en/metod#innehall');
  });

  it('has one of each landmark around the page', async () => {
    const { screen } = await showPage(App, { at: '/metod' });
    expect(['banner', 'main', 'contentinfo'].map((role) => screen.getAllByRole(role).length)).toEqual([1, 1, 1]);
  });

  it('follows the reader to the next page', async () => {
    const { screen, settled } = await showPage(App, { at: '/metod' });
    await TestBed.inject(Router).navigateByUrl('/om');
    await settled();
    expect(screen.getByRole('link', { name: 'Hoppa till innehållet' }).getAttribute('href')).toBe('/om#innehall');
  });

  it('brings along what keeps work from being lost only for someone who is signed in', async () => {
    const { element } = await showPage(App);
    expect(element.querySelector('app-session-dialogs')).toBeNull();
    TestBed.resetTestingModule();
    api.on('GET /api/session', ok(aSession()));
    const mine = await showPage(App, { as: ['reporter'] });
    await until(() => mine.element.querySelector('app-session-dialogs') !== null && api.of('GET /api/session').length === 1);
    expect(mine.screen.queryByRole('dialog')).toBeNull();
  });
});
