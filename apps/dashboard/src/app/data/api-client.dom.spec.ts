import { makeStateKey, REQUEST_CONTEXT, TransferState } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BROKEN_OFF, FakeApi, held, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { ApiClient, type Answer, type SignedInRequests } from './api-client.js';
import { ApiError } from './api-problem.js';

describe('ApiClient in the browser', () => {
  let api: FakeApi;
  let client: ApiClient;

  beforeEach(() => {
    api = new FakeApi();
    client = TestBed.inject(ApiClient);
  });

  it('gives what the API says', async () => {
    api.on('GET /api/site', ok({ municipality: 'Vimmerby kommun' }));
    expect(await client.get<unknown>('/api/site')).toEqual({ municipality: 'Vimmerby kommun' });
  });

  it('throws a refusal with its status and its problem', async () => {
    api.on('GET /api/goals/x', refused(404, 'goal.not-found'));
    const error = await client.get('/api/goals/x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect([(error as ApiError).status, (error as ApiError).problem?.code]).toEqual([404, 'goal.not-found']);
  });

  it('throws with status 0 when no answer came', async () => {
    api.on('GET /api/site', NO_ANSWER);
    await expectAsync(client.get('/api/site')).toBeRejectedWith(jasmine.objectContaining({ status: 0, problem: undefined }));
  });

  it('counts an answer that breaks off as none', async () => {
    api.on('GET /api/site', BROKEN_OFF);
    expect(await client.answer('/api/site')).toEqual({ status: 0, body: null });
  });

  it('sends a change as JSON, and nothing where there is nothing to say', async () => {
    api.on('POST /api/entries', ok({}, 201)).on('DELETE /api/session', ok(null, 204));
    await client.send({ method: 'POST', path: '/api/entries', body: { value: 1 }, headers: { 'If-Match': '"1"' } });
    await client.send({ method: 'DELETE', path: '/api/session' });
    const [post, remove] = api.received;
    expect(post?.body).toEqual({ value: 1 });
    expect(post?.headers).toEqual({ Accept: 'application/json', 'If-Match': '"1"', 'Content-Type': 'application/json' });
    expect([remove?.body, remove?.headers['Content-Type']]).toEqual([undefined, undefined]);
  });

  describe('of someone signed in', () => {
    let touched: number;
    let again: jasmine.Spy<SignedInRequests['signInAgain']>;

    beforeEach(() => {
      touched = 0;
      again = jasmine.createSpy('signInAgain').and.resolveTo();
      client.actFor({ token: () => 'token-1', touch: () => touched++, signInAgain: again });
    });

    it('asks past what the browser keeps, so that they see what they just changed; the public need not', async () => {
      api.on('GET /api/actors', ok({ items: [] }));
      const asked = (): unknown => (window.fetch as jasmine.Spy<typeof fetch>).calls.mostRecent().args[1]?.cache;
      await client.get('/api/actors');
      expect(asked()).toBe('no-cache');
      client.actFor(undefined);
      await client.get('/api/actors');
      expect(asked()).toBe('default');
    });

    it('proves with a token that a change is ours; a read needs none', async () => {
      api.on('POST /api/entries', ok({}, 201)).on('GET /api/tasks', ok({}));
      await client.send({ method: 'POST', path: '/api/entries', body: {} });
      await client.get('/api/tasks');
      expect(api.received.map(({ headers }) => headers['X-CSRF-Token'])).toEqual(['token-1', undefined]);
    });

    it('keeps the session alive with what needs it, never with what anyone may read', async () => {
      api.on('GET /api/tasks', ok({})).on('GET /api/goals/x', ok({})).on('GET /api/indicators?q=x', ok({})).on('GET /api/goalsetting', ok({}));
      await client.get('/api/goals/x');
      await client.get('/api/indicators?q=x');
      expect(touched).toBe(0);
      await client.get('/api/tasks');
      await client.get('/api/goalsetting');
      expect(touched).toBe(2);
    });

    it('waits for a sign-in when the session has ended, and then asks once more', async () => {
      api.on('GET /api/tasks', refused(401, 'session.missing'), ok({ items: [] }));
      const signedIn = held();
      again.and.callFake(async () => void (await signedIn.reply));
      const asked = client.get('/api/tasks');
      await new Promise((resolve) => setTimeout(resolve));
      expect(api.of('GET /api/tasks').length).toBe(1);
      signedIn.give(ok());
      expect(await asked).toEqual({ items: [] });
    });

    it('gives up with whoever gives up', async () => {
      api.on('GET /api/tasks', refused(401, 'session.missing'));
      again.and.rejectWith(new Error('Signed out'));
      await expectAsync(client.get('/api/tasks')).toBeRejectedWithError('Signed out');
    });

    it('does not ask for a sign-in when it only asked who is signed in', async () => {
      api.on('GET /api/session', refused(401, 'session.missing'));
      await expectAsync(client.get('/api/session')).toBeRejected();
      expect(again).not.toHaveBeenCalled();
    });

    it('is the public again afterwards', async () => {
      client.actFor(undefined);
      api.on('POST /api/entries', refused(401, 'session.missing'));
      await expectAsync(client.send({ method: 'POST', path: '/api/entries' })).toBeRejected();
      expect(api.received[0]?.headers['X-CSRF-Token']).toBeUndefined();
    });
  });

  it('gives what the server read for the page once, and asks anew after that', () => {
    TestBed.inject(TransferState).set(makeStateKey<Answer>('/api/site'), ok({ municipality: 'Vimmerby kommun' }));
    expect(client.transferred('/api/site')).toEqual(ok({ municipality: 'Vimmerby kommun' }));
    expect(client.transferred('/api/site')).toBeUndefined();
  });
});

describe('ApiClient on the server', () => {
  it('reads in the same process and leaves the answer for the browser, also a refusal', async () => {
    const read = jasmine.createSpy('read').and.resolveTo(refused(404, 'goal.not-found'));
    TestBed.configureTestingModule({ providers: [{ provide: REQUEST_CONTEXT, useValue: { read } }] });
    const fetched = spyOn(window, 'fetch');
    const client = TestBed.inject(ApiClient);
    expect(client.transferred('/api/goals/x')).toBeUndefined();
    expect((await client.answer('/api/goals/x')).status).toBe(404);
    expect(fetched).not.toHaveBeenCalled();
    expect(TestBed.inject(TransferState).get(makeStateKey<Answer | undefined>('/api/goals/x'), undefined)).toEqual(refused(404, 'goal.not-found'));
  });
});
