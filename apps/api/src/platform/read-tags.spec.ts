import { collectReads, declareRead } from './read-tags.js';

const later = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('what a page was made of', () => {
  it('is heard from every query below, also from those that answer later, and once', async () => {
    const { answer, tags } = await collectReads(async () => {
      declareRead('strategy', 'figures');
      await later();
      declareRead('indicator:folkmangd');
      await Promise.all([later().then(() => declareRead('figures')), later().then(() => declareRead('indicator:besok'))]);
      return 7;
    });
    expect(answer).toBe(7);
    expect([...tags].sort()).toEqual(['figures', 'indicator:besok', 'indicator:folkmangd', 'strategy']);
  });

  it('is not what another page at the same time was made of', async () => {
    const made = await Promise.all(
      (['indicator:a', 'indicator:b', 'site'] as const).map((tag) =>
        collectReads(async () => {
          await later();
          declareRead(tag);
          await later();
        }),
      ),
    );
    expect(made.map(({ tags }) => tags)).toEqual([['indicator:a'], ['indicator:b'], ['site']]);
  });

  it('is nobody’s to hear where nothing is collected', async () => {
    declareRead('strategy');
    expect((await collectReads(async () => undefined)).tags).toEqual([]);
  });

  it('is not kept of a page that failed', async () => {
    const failing = collectReads(async () => {
      declareRead('site');
      throw new Error('stopped');
    });
    await expectAsync(failing).toBeRejectedWithError('stopped');
    expect((await collectReads(async () => undefined)).tags).toEqual([]);
  });
});
