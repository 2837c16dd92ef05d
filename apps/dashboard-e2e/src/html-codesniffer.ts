import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** What HTML_CodeSniffer says of one element; `type` 1 is an error, 2 and 3 are what a person should look at. */
interface Message {
  readonly type: number;
  readonly code: string;
  readonly msg: string;
  readonly element: Element;
}

/** What its script leaves in the window. */
interface Sniffer {
  process(standard: string, of: Document, done: () => void, failed: () => void): void;
  getMessages(): readonly Message[];
}

const script = readFile(fileURLToPath(import.meta.resolve('html_codesniffer/build/HTMLCS.js')), 'utf8');

/** What HTML_CodeSniffer calls an error against WCAG 2 AA on the open page, as lines a person can read; empty when nothing. */
export async function foundByCodeSniffer(page: Page): Promise<string[]> {
  await page.evaluate(await script);
  return page.evaluate(async () => {
    const { HTMLCS } = globalThis as unknown as { HTMLCS: Sniffer };
    await new Promise<void>((resolve, reject) =>
      HTMLCS.process('WCAG2AA', document, resolve, () => reject(new Error('HTML_CodeSniffer could not look at the page'))),
    );
    return HTMLCS.getMessages()
      .filter(({ type }) => type === 1)
      .map(({ code, msg, element }) => `${code}: ${msg} (${element.outerHTML.slice(0, 120)})`);
  });
}
