import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, starts, systemBrowsers } from './browser.mjs';

describe('Finding a Chromium', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'slusen-browser-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A program called `name` that ends at once without being a browser. */
  function aProgram(name, mode = 0o755) {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\nexit 0\n');
    chmodSync(path, mode);
    return path;
  }

  it('tries the browsers on PATH in order, each once, if they can be run', () => {
    const chrome = aProgram('google-chrome');
    const chromium = aProgram('chromium');
    aProgram('chrome', 0o644);
    expect(systemBrowsers({ PATH: `${folder}:${folder}` }, 'linux')).toEqual([chromium, chrome]);
  });

  it('does not believe a program that shows no page', async () => {
    expect(await starts(aProgram('chromium'))).toBeFalse();
  });

  it('stops at a CHROME_BIN that does not start, rather than taking another browser than the one named', async () => {
    const path = aProgram('my-chromium');
    await expectAsync(findChromium({ CHROME_BIN: path })).toBeRejectedWithError(
      `CHROME_BIN names ${path}, which does not start as a Chromium.`,
    );
  });
});
