import { TestBed } from '@angular/core/testing';
import { provideRouter, RedirectCommand, UrlTree } from '@angular/router';
import type { PagePath } from '@slusen/contracts/pages';
import type { AccountRole } from '@slusen/domain';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSession } from '../../testing/people.js';
import { Admission } from './admission.js';

describe('Admission', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi();
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
  });

  const decide = (path: PagePath, url: string) => TestBed.inject(Admission).decide(path, url);

  const admitted: [path: PagePath, role: AccountRole][] = [
    ['konto', 'partner'],
    ['mina-uppgifter', 'reporter'],
    ['granskning/:id', 'reviewer'],
    ['oversikt', 'strategist'],
  ];
  for (const [path, role] of admitted) {
    it(`lets a ${role} into ${path}`, async () => {
      api.on('GET /api/session', ok(aSession([role])));
      expect(await decide(path, `/${path}`)).toBeTrue();
    });
  }

  it('sends whoever is not signed in to do so, and back', async () => {
    api.on('GET /api/session', refused(401, 'session.missing'));
    const decision = await decide('granskning/:id', '/granskning/7');
    expect(decision).toBeInstanceOf(UrlTree);
    expect(String(decision)).toBe('/logga-in?tillbaka=%2Fgranskning%2F7');
  });

  it('leads whoever must set up a second factor to do so, and back, but not away from there', async () => {
    api.on('GET /api/session', ok(aSession(['administrator'], { needsSecondFactor: true })));
    expect(String(await decide('oversikt', '/oversikt'))).toBe('/konto?tillbaka=%2Foversikt');
    expect(await decide('konto', '/konto')).toBeTrue();
  });

  it('shows others that they have no right to the page, at its own address', async () => {
    api.on('GET /api/session', ok(aSession(['reporter'])));
    const decision = (await decide('granskning', '/granskning')) as RedirectCommand;
    expect(decision).toBeInstanceOf(RedirectCommand);
    expect([String(decision.redirectTo), decision.navigationBehaviorOptions?.browserUrl]).toEqual(['/ingen-behorighet', '/granskning']);
  });
});
