import { fileCacheControl } from './file-answer.js';

describe('how long a file of the dashboard may be kept', () => {
  const files: [path: string, kept: string][] = [
    ['/dashboard/browser/chunk-B1cD2eF3.js', 'public, max-age=31536000, immutable'],
    ['/dashboard/browser/chunk-B1cD2eF3.js.br', 'public, max-age=31536000, immutable'],
    ['/dashboard/browser/styles-IU7E2JER.css.gz', 'public, max-age=31536000, immutable'],
    ['/dashboard/browser/favicon.svg', 'public, max-age=60'],
    ['/dashboard/browser/robots.txt', 'public, max-age=60'],
    ['/dashboard/browser/fel/503.html', 'public, max-age=60'],
    ['/dashboard/browser/main.js', 'public, max-age=60'],
  ];
  for (const [path, kept] of files) it(`${path}: ${kept}`, () => expect(fileCacheControl(path)).toBe(kept));
});
