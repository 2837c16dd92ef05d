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
        return new Response();
      },
      away,
    );
    expect([asked, statuses]).toEqual([
      ['/api/site', '/api/away'],
      [200, 503, 503],
    ]);
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
