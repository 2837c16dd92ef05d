import { readFileSync } from 'node:fs';
import type { HttpAdapterHost } from '@nestjs/core';
import { readConfig } from '../config.js';
import { Settings } from '../platform/settings.js';
import { plainBytes } from './page-cache.js';
import { PageRenderer } from './page-renderer.js';
import { languageOf, practiceMarked } from './practice-mark.js';

describe('a page of the practice copy', () => {
  const index = readFileSync('apps/dashboard/src/index.html', 'utf8');

  for (const [address, sentence] of [
    ['/', 'Övning: det här är inte den riktiga webbplatsen. Inget här är på riktigt.'],
    ['/energi', 'Övning: det här är inte den riktiga webbplatsen. Inget här är på riktigt.'],
    ['/en', 'Practice: this is not the real website. Nothing here is real.'],
    ['/en/strategi?x=1', 'Practice: this is not the real website. Nothing here is real.'],
  ] as const)
    it(`says at ${address} what it is, before anything that scripts change`, () => {
      const html = practiceMarked(index, languageOf(address));
      const [before = '', after = ''] = html.split(sentence);
      expect(after).toContain('<app-root>');
      expect(before).not.toContain('<app-root>');
      expect(before).toMatch(/content="noindex".*href="\/practice\.css".*<\/head>/);
    });

  for (const [what, PRACTICE] of [
    ['every page of the practice copy', '1'],
    ['no page of the real one', '0'],
  ] as const)
    it(`is ${what} that is rendered`, async () => {
      const renderer = new PageRenderer({} as HttpAdapterHost, new Settings(readConfig({ PRACTICE })));
      Object.assign(renderer, { render: Promise.resolve(async () => new Response(index)) });
      const page = await renderer.page('/en/tasks');
      expect(String(page && plainBytes(page)).includes('Practice: this is not the real website')).toBe(PRACTICE === '1');
    });

  for (const status of [500, 503])
    it(`says so on the page of last resort ${status}, too`, () => {
      const html = practiceMarked(readFileSync(`apps/dashboard/public/fel/${status}.html`, 'utf8'), 'sv');
      expect(html).toMatch(/<body><aside class="practice-mark".*Övning: .*<\/aside>/);
      expect(html).toContain('href="/practice.css"');
    });

  it('is shown and printed: its stylesheet hides it nowhere', () => {
    const styles = readFileSync('apps/dashboard/public/practice.css', 'utf8');
    expect(styles).toContain('.practice-mark');
    expect(styles).not.toMatch(/\.practice-mark[^{]*\{[^}]*(?:display: none|visibility: hidden)/);
    // The page's own class for what is not printed would be one of another kind.
    expect(practiceMarked(index, 'sv')).not.toContain('not-printed');
  });
});
