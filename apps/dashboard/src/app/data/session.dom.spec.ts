import { TestBed } from '@angular/core/testing';
import { until } from '@slusen/ui/testing';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSession } from '../../testing/people.js';
import { ApiClient } from './api-client.js';
import { CurrentAccount } from './current-account.js';
import { mayOpen } from './page-access.js';
import { DRAFT_PREFIX, Session } from './session.js';

const HALF_HOUR = 30 * 60_000;
const CREDENTIALS = { username: 'anna', password: 'ett lösenord' };
const ASK = 'GET /api/session';
const SIGN_IN = 'POST /api/session';

describe('Session', () => {
  let api: FakeApi;
  let session: Session;
  let current: CurrentAccount;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi();
    session = TestBed.inject(Session);
    current = TestBed.inject(CurrentAccount);
  });

  it('asks who is signed in once, however many want to know', async () => {
    api.on(ASK, ok(aSession()));
    await Promise.all([session.load(), session.load()]);
    await session.load();
    expect(api.of(ASK).length).toBe(1);
    expect(current.account()?.name).toBe('Anna Lindeborg');
  });

  it('remembers that someone signed in here, and forgets it when the API knows nobody', async () => {
    api.on(ASK, ok(aSession()));
    expect(current.isLikely()).toBeFalse();
    await session.load();
    expect(current.isLikely()).toBeTrue();
  });

  it('forgets someone whose session has ended meanwhile', async () => {
    current.is(aSession());
    api.on(ASK, refused(401, 'session.missing'));
    await session.load();
    expect(current.isLikely()).toBeFalse();
  });

  it('asks again after no answer, since nobody knows yet', async () => {
    api.on(ASK, NO_ANSWER, ok(aSession()));
    await session.load();
    expect(current.account()).toBeUndefined();
    await session.load();
    expect(current.account()?.username).toBe('anna');
  });

  describe('signed in', () => {
    beforeEach(async () => {
      api.on(SIGN_IN, ok(aSession(['reviewer'])));
      await session.signIn(CREDENTIALS);
    });

    it('opens the pages of one’s roles and no others', () => {
      const open = (['', 'konto', 'granskning', 'mina-uppgifter', 'oversikt'] as const).filter((path) => mayOpen(current.view(), path));
      expect(open).toEqual(['', 'konto', 'granskning']);
    });

    it('ends half an hour after the last use, and never later than the whole session', () => {
      jasmine.clock().install().mockDate(new Date());
      try {
        jasmine.clock().tick(10 * 60_000);
        session.touch();
        expect(session.endsAt()).toBeCloseTo(Date.now() + HALF_HOUR, -4);
        jasmine.clock().tick(11.75 * 3_600_000);
        session.touch();
        expect(session.endsAt()).toBeLessThan(Date.now() + HALF_HOUR);
      } finally {
        jasmine.clock().uninstall();
      }
    });

    it('sends its token with changes from then on', async () => {
      api.on('PUT /api/account/password', ok(null, 204));
      await TestBed.inject(ApiClient).send({ method: 'PUT', path: '/api/account/password' });
      expect(api.of('PUT /api/account/password')[0]?.headers['X-CSRF-Token']).toBe('token-1');
    });

    it('lets work wait for a new sign-in, and goes on with the new token', async () => {
      api.on('GET /api/tasks', refused(401, 'session.missing'), ok({ items: [] }));
      api.on(SIGN_IN, ok(aSession(['reviewer'], { csrfToken: 'token-2' })));
      const waiting = TestBed.inject(ApiClient).get('/api/tasks');
      await until(() => session.isInterrupted());
      await session.signIn(CREDENTIALS);
      expect(session.isInterrupted()).toBeFalse();
      expect(await waiting).toEqual({ items: [] });
      expect(current.view()?.csrfToken).toBe('token-2');
    });

    it('lets everything that waits go on together', async () => {
      api.on('GET /api/tasks', refused(401, 'session.missing'), refused(401, 'session.missing'), ok({ items: [] }));
      const client = TestBed.inject(ApiClient);
      const both = Promise.all([client.get('/api/tasks'), client.get('/api/tasks')]);
      await until(() => session.isInterrupted() && api.of('GET /api/tasks').length === 2);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await session.signIn(CREDENTIALS);
      expect(await both).toEqual([{ items: [] }, { items: [] }]);
    });

    it('fails what waits when someone gives up, and nobody is signed in any more', async () => {
      api.on('GET /api/tasks', refused(401, 'session.missing'));
      const waiting = TestBed.inject(ApiClient).get('/api/tasks');
      await until(() => session.isInterrupted());
      session.giveUp();
      await expectAsync(waiting).toBeRejectedWithError('Signed out');
      expect([current.account(), session.endsAt(), session.isInterrupted()]).toEqual([undefined, undefined, false]);
    });

    it('is renewed by being used', async () => {
      api.on(ASK, ok(aSession(['politician'])));
      await session.renew();
      expect(mayOpen(current.view(), 'oversikt')).toBeTrue();
    });

    for (const [everywhere, request] of [
      [false, 'DELETE /api/session'],
      [true, 'DELETE /api/sessions'],
    ] as const) {
      it(`signs out ${everywhere ? 'everywhere' : 'here'} and leaves nothing of the person behind`, async () => {
        localStorage.setItem(`${DRAFT_PREFIX}anna/besok/2026-Q3`, 'något');
        localStorage.setItem('other', 'kvar');
        api.on(request, ok(null, 204));
        await session.signOut({ everywhere });
        expect(Object.keys(localStorage)).toEqual(['other']);
        expect([current.account(), session.endsAt()]).toEqual([undefined, undefined]);
      });
    }

    it('stays signed in when signing out did not come through', async () => {
      api.on('DELETE /api/session', NO_ANSWER);
      await expectAsync(session.signOut()).toBeRejected();
      expect(current.account()?.username).toBe('anna');
    });
  });

  it('keeps a refused sign-in to itself', async () => {
    api.on(SIGN_IN, refused(401, 'session.wrong-credentials'));
    await expectAsync(session.signIn(CREDENTIALS)).toBeRejectedWith(jasmine.objectContaining({ status: 401 }));
    expect([current.account(), current.isLikely()]).toEqual([undefined, false]);
  });
});
