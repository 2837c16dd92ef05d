import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding, type Route, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { PAGES, type PageRule } from '@slusen/contracts/pages';
import { FakeApi, ok, refused } from '../testing/fake-api.js';
import { aSession, aSite } from '../testing/people.js';
import { textOf } from '../testing/show-page.js';
import { loadWorkRoutes, routes } from './app.routes.js';

/** What stands in the place of a page: 403 and every address that is none. */
const NO_PAGES = ['ingen-behorighet', '**'];
const open = routes.filter(({ path, loadChildren }) => !loadChildren && !NO_PAGES.includes(path ?? ''));

describe('The routes', () => {
  let pages: Routes;
  beforeAll(async () => (pages = [...open, ...(await loadWorkRoutes())]));

  it('and the list of pages name the same addresses', () => {
    expect(pages.map(({ path }) => path).sort()).toEqual(Object.keys(PAGES).sort());
  });

  it('name every address once', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });

  it('guard exactly what the list does not admit everyone to', () => {
    const guarded = pages.filter(({ canActivate = [] }) => canActivate.length > 0).map(({ path }) => path);
    const listed = Object.entries<PageRule>(PAGES).filter(([, { admits }]) => admits !== 'everyone');
    expect(guarded.sort()).toEqual(listed.map(([path]) => path).sort());
  });

  it('find a component for every page', async () => {
    const load = ({ loadComponent }: Route) => (loadComponent as () => Promise<unknown>)();
    expect((await Promise.all(pages.map(load))).map((component) => typeof component)).toEqual(pages.map(() => 'function'));
  });

  describe('lead', () => {
    let api: FakeApi;

    beforeEach(() => {
      localStorage.clear();
      api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/history', ok({}));
      TestBed.configureTestingModule({ providers: [provideRouter(routes, withComponentInputBinding())] });
    });

    const headingAt = async (address: string): Promise<string> => {
      const harness = await RouterTestingHarness.create(address);
      await harness.fixture.whenStable();
      return textOf(harness.routeNativeElement?.querySelector('h1') ?? null);
    };

    it('to a public page without asking who is there', async () => {
      expect(await headingAt('/om')).toBe('Om SLUSEN');
      expect(api.of('GET /api/session')).toEqual([]);
    });

    it('to the sign-in instead of a page for those who are signed in', async () => {
      api.on('GET /api/session', refused(401, 'session.missing')).on('GET /api/sign-in', ok({}));
      expect(await headingAt('/konto')).toBe('Logga in');
      expect(TestBed.inject(Router).url).toBe('/logga-in?tillbaka=%2Fkonto');
    });

    it('to a refusal instead of another role’s page', async () => {
      api.on('GET /api/session', ok(aSession(['reporter'])));
      expect(await headingAt('/oversikt')).toBe('Du har inte behörighet till den här sidan');
    });

    it('to one’s own account', async () => {
      api.on('GET /api/session', ok(aSession(['partner'])));
      const secondFactor = { recoveryCodesLeft: 0, isRequired: false, isExempt: false };
      api.on('GET /api/account/sign-in', ok({ hasPassword: true, secondFactor }));
      api.on('GET /api/account/absences', ok({ today: '2026-11-28', deputies: [], deputyFor: [], colleagues: [] }));
      expect(await headingAt('/konto')).toBe('Mitt konto');
    });

    it('to a page that says so where there is none', async () => {
      expect(await headingAt('/finns-inte')).toBe('Sidan finns inte');
    });
  });
});
