import { PAGE_KINDS, PAGES, type PageRule } from '@slusen/contracts/pages';

const MATCHERS = Object.entries<PageRule>(PAGES).map(([path, rule]) => ({ pattern: patternOf(path), rule }));

/** What the list of pages says of an address, in either language; undefined when it knows no such page. */
export function pageRule(pathname: string): PageRule | undefined {
  const own = pathname.replace(/^\/en(?=\/|$)/, '').replace(/^\/|\/$/g, '');
  return MATCHERS.find(({ pattern }) => pattern.test(own))?.rule;
}

/** How long an answer with the page of an address may be kept: only a page of the list that was found, and then as the list says. */
export function cacheControlOf(address: string, status: number): string {
  const rule = status === 200 ? pageRule(address.split('?')[0] ?? '') : undefined;
  return PAGE_KINDS[rule?.kind ?? 'personal'].cacheControl;
}

/** The parameters that what the server makes of an address depends on; none of a page that is made in the browser. */
export function knownParameters(pathname: string): readonly string[] {
  return pageRule(pathname)?.parameters ?? [];
}

/** `mal/:slug` → every goal's address. */
function patternOf(path: string): RegExp {
  const words = path.split('/').map((word) => (word.startsWith(':') ? '[^/]+' : word));
  return new RegExp(`^${words.join('/')}$`);
}
