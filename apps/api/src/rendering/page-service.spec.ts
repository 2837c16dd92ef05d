import type { NextPublicationQuery } from '../observations/next-publication.query.js';
import type { ReadTag } from '../platform/read-tags.js';
import type { Statements } from '../platform/statements.js';
import { Publications } from '../observations/publications.js';
import { Clock } from '../platform/clock.js';
import { finishedPage, plainBytes, type Page } from './page-cache.js';
import type { PageRenderer } from './page-renderer.js';
import { PageService } from './page-service.js';

const NOON = '2026-11-23T11:00:00.000Z';
const MIDNIGHT = Date.parse('2026-11-23T23:00:00.000Z');
const HOUR = 3_600_000;

/** Renders what it is told to, and counts how often. */
class Painter {
  rendered = 0;
  tags: readonly ReadTag[] = ['site', 'figures', 'indicator:folkmangd'];
  answer: () => Promise<number> = async () => 200;

  async page(address: string): Promise<Page | undefined> {
    this.rendered++;
    const nth = this.rendered;
    const status = await this.answer();
    return finishedPage({ status, contentType: 'text/html', cacheControl: 'no-store', html: `${address} ${nth}`, tags: this.tags });
  }
}

describe('PageService', () => {
  let painter: Painter;
  let publications: Publications;
  let now: number;
  let nextPublication: Date | null;
  let pages: PageService;
  beforeEach(() => {
    [painter, publications, now, nextPublication] = [new Painter(), new Publications({} as Statements), Date.parse(NOON), null];
    const clock = new Clock();
    clock.now = () => new Date(now);
    const next = { at: async () => nextPublication?.getTime() ?? Infinity } as unknown as NextPublicationQuery;
    pages = new PageService(painter as unknown as PageRenderer, next, clock, publications);
  });
  const text = async (address = '/', asOfNow = true) => {
    const page = await pages.page(address, { asOfNow });
    return page && String(plainBytes(page));
  };
  const seen = (address = '/') => text(address, false);

  it('renders once for everyone', async () => {
    expect([await text(), await text()]).toEqual(['/ 1', '/ 1']);
    expect(await text('/en')).toBe('/en 2');
  });

  it('renders once for all who ask at the same moment', async () => {
    expect(await Promise.all([text(), text(), text()])).toEqual(['/ 1', '/ 1', '/ 1']);
  });

  it('renders anew after a publication that the page shows', async () => {
    await text();
    publications.announce({ indicators: ['folkmangd'] });
    expect(await text()).toBe('/ 2');
  });

  it('keeps the page of one indicator when another is published', async () => {
    painter.tags = ['site', 'strategy', 'indicator:folkmangd'];
    await text();
    publications.announce({ indicators: ['gastnatter'] });
    expect(await text()).toBe('/ 1');
    publications.announce('everything');
    expect(await text()).toBe('/ 2');
  });

  it('shows no one what was read before a publication that they may know of', async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    painter.answer = () => promise;
    const before = text();
    publications.announce({ indicators: ['folkmangd'] });
    painter.answer = async () => 200;
    expect(await text()).toBe('/ 2');
    resolve(200);
    expect(await before).toBe('/ 1');
    expect(await text())
      .withContext('the older one did not take the place of the newer')
      .toBe('/ 2');
  });

  it('lets a page hold until midnight in Stockholm', async () => {
    await text();
    now = MIDNIGHT - 1000;
    expect(await text()).toBe('/ 1');
    now = MIDNIGHT + 1;
    expect(await text()).toBe('/ 2');
  });

  it('lets a page hold until the next figure becomes public by itself', async () => {
    nextPublication = new Date(Date.parse(NOON) + HOUR);
    await text();
    now += HOUR - 1;
    expect(await text()).toBe('/ 1');
    now += 2;
    expect(await text()).toBe('/ 2');
  });

  for (const [name, answer] of [
    ['answers 503', async () => 503],
    ['fails', () => Promise.reject(new Error('Connection terminated'))],
  ] as const) {
    it(`goes on with what it has when the renderer ${name}, and mends itself`, async () => {
      await text();
      publications.announce('everything');
      painter.answer = answer;
      expect(await text()).toBe('/ 1');
      painter.answer = async () => 200;
      expect(await text()).toBe('/ 3');
    });
  }

  for (const [name, answer] of [
    ['answers 503', async () => 503],
    ['fails', () => Promise.reject(new Error('Connection terminated'))],
  ] as const) {
    it(`shows nobody what was hidden, not even when the renderer ${name} afterwards`, async () => {
      await text();
      publications.announce('hidden');
      painter.answer = answer;
      expect(await text().catch(() => 'none')).not.toBe('/ 1');
      painter.answer = async () => 200;
      expect(await text()).toBe('/ 3');
    });
  }

  it('keeps no page whose reading began before something was hidden', async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    painter.answer = () => promise;
    const before = text();
    publications.announce('hidden');
    resolve(200);
    await before;
    painter.answer = () => Promise.reject(new Error('Connection terminated'));
    await expectAsync(text()).toBeRejectedWithError('Connection terminated');
  });

  it('says so when there is nothing to go on with', async () => {
    painter.answer = async () => 503;
    expect((await pages.page('/'))?.status).toBe(503);
    painter.answer = () => Promise.reject(new Error('Connection terminated'));
    await expectAsync(pages.page('/')).toBeRejectedWithError('Connection terminated');
  });

  describe('just after a publication', () => {
    beforeEach(async () => {
      await text();
      publications.announce('everything');
    });

    it('shows the page from before while the next is made, and waits for none', async () => {
      const { promise, resolve } = Promise.withResolvers<number>();
      painter.answer = () => promise;
      expect([await seen(), await seen()]).toEqual(['/ 1', '/ 1']);
      expect(painter.rendered).toBe(2);
      resolve(200);
      await text();
      expect(await seen()).toBe('/ 2');
    });

    it('shows it for a second at most, also when the next takes longer', async () => {
      now += 999;
      painter.answer = () => new Promise(() => undefined);
      expect(await seen()).toBe('/ 1');
      now += 1;
      painter.answer = async () => 200;
      publications.announce('everything');
      expect(await seen()).toBe('/ 3');
    });

    it('shows the new one at once to whoever may know of it', async () => {
      expect(await text()).toBe('/ 2');
    });

    it('meets a failure quietly, and goes on with what it has', async () => {
      painter.answer = () => Promise.reject(new Error('Connection terminated'));
      expect([await seen(), await text()]).toEqual(['/ 1', '/ 1']);
    });
  });

  describe('where there is no page', () => {
    beforeEach(() => (painter.answer = async () => 404));

    it('keeps one for all of a language', async () => {
      const [one, other, english] = [await text('/mal/a'), await text('/mal/b'), await text('/en/mal/a')];
      expect(one).toMatch('/sidan-finns-inte');
      expect(other).toBe(one);
      expect(english).toMatch('/en/sidan-finns-inte');
      const [a, b] = [await pages.page('/mal/a'), await pages.page('/mal/b')];
      expect(a?.br).toBe(b?.br);
      expect(painter.rendered).withContext('three addresses and two languages, each once').toBe(5);
    });

    it('says not found of an address with something in it that cannot be', async () => {
      painter.answer = async () => (painter.rendered % 2 ? 400 : 404);
      expect((await pages.page('/mal/A'))?.status).toBe(404);
    });

    it('looks again when anything was published', async () => {
      await text('/mal/ny');
      publications.announce({ indicators: ['annan'] });
      painter.answer = async () => 200;
      expect(await text('/mal/ny')).toContain('/mal/ny');
    });
  });

  it('makes pages that anyone can make up one at a time, and others beside them', async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    painter.answer = () => promise;
    const waiting = ['/indikatorer?q=a', '/indikatorer?q=b', '/indikator/c'].map((address) => text(address));
    await new Promise(setImmediate);
    expect(painter.rendered).toBe(1);
    painter.answer = async () => 200;
    expect(await text('/metod')).toBe('/metod 2');
    resolve(200);
    expect(await Promise.all(waiting)).toEqual(['/indikatorer?q=a 1', '/indikatorer?q=b 3', '/indikator/c 4']);
  });
});
