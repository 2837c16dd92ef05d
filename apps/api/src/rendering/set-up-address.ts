import { pageOf } from './page-rules.js';

const SET_UP = '/kom-igang';

/**
 * Where an address leads as long as nothing is set up: to the page that sets up, in the same language. Undefined for that page itself, and
 * for what is no page (a file that is not there, say).
 */
export function setUpAddress(url: string): string | undefined {
  const [pathname = ''] = url.split('?');
  const language = /^\/en(?=\/|$)/.exec(pathname)?.[0] ?? '';
  const begin = `${language}${SET_UP}`;
  const page = pageOf(pathname);
  return page && page.address !== begin ? begin : undefined;
}
