import { DomainError } from '@slusen/domain';
import { rendered } from './page-renderer.js';

const read = async (path: string) => ({ status: 200, body: path });

describe('a page that is rendered', () => {
  it('is its answer with its text, from what it read', async () => {
    const page = await rendered(
      '/om',
      async ({ url }, context) => new Response(`${url} ${String((await context.read('/api/site')).body)}`),
      read,
    );
    expect([page?.response.status, page?.html]).toEqual([200, 'http://slusen.invalid/om /api/site']);
  });

  it('asks no more once an answer was that what is behind is away', async () => {
    const asked: string[] = [];
    const away = async (path: string) => (asked.push(path), { status: path === '/api/away' ? 503 : 200, body: null });
    const statuses: number[] = [];
    await rendered(
      '/om',
      async (_, context) => {
        for (const path of ['/api/site', '/api/away', '/api/start']) statuses.push((await context.read(path)).status);
        return new Response('', { status: 503 });
      },
      away,
    );
    expect([asked, statuses]).toEqual([
      ['/api/site', '/api/away'],
      [200, 503, 503],
    ]);
  });

  it('is none when something it does without could not be read, since it is not whole', async () => {
    const around = async (_: Request, context: { read(path: string): Promise<unknown> }) => {
      await context.read('/api/site');
      return new Response('the page without a name');
    };
    const answering = (status: number) => rendered('/om', around, async () => ({ status, body: '' }));
    await expectAsync(answering(503)).toBeRejectedWithError(DomainError, 'service.unavailable');
    await expectAsync(answering(500)).toBeRejectedWithError('/api/site answered 500');
    expect((await answering(404))?.html).toBe('the page without a name');
  });

  it('is none where the dashboard has none', async () => expect(await rendered('/om', async () => null, read)).toBeUndefined());

  it('is none when a part of it failed, also one that is written late', async () => {
    const late = (fail: (error: unknown) => void) =>
      new ReadableStream({
        pull(controller) {
          fail(new TypeError('trim is not a function'));
          controller.close();
        },
      });
    const page = rendered('/om', async (_, { fail }) => new Response(late(fail), { status: 200 }), read);
    await expectAsync(page).toBeRejectedWithError(TypeError, 'trim is not a function');
  });
});
