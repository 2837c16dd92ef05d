import { pageOf } from './page-rules.js';

const LONGEST = 200;

/** Words between single slashes: every page's address is made of them, and reading it as an address changes nothing in it. */
const PLAIN = /^(?:\/[\w-]+)+$/;

/** What stands for every address without a page, in its language; no page is ever called so. */
const NOWHERE = '/sidan-finns-inte';

/**
 * The address a page is kept and rendered under, so that it is kept once however it is asked for: its path, and in a fixed order
 * the parameters that the list of pages says it knows. What is made in the browser is the same for every name in its address, and
 * so is the answer where there is no page.
 */
export function pageAddress(url: string): string {
  if (PLAIN.test(url)) return pageOf(url)?.address ?? nowhereIn(url);
  // Put together, not resolved: `//name` would be another host, and `//` none at all.
  const { pathname, searchParams } = new URL(`http://slusen.invalid${url.startsWith('/') ? url : '/'}`);
  const path = pathname.replace(/\/+$/, '') || '/';
  const page = pageOf(path === '/' ? path : plainOf(path));
  if (!page) return nowhereIn(path);
  const query = new URLSearchParams(knownOf(searchParams, page.rule.parameters)).toString();
  return query ? `${page.address}?${query}` : page.address;
}

/**
 * The address that a public page has now, for one that asks for it as it was known at another moment (`kand`): no page shows another yet, and
 * today's must not be shown for an address that speaks of another day. Undefined of every other address.
 */
export function withoutMoment(url: string): string | undefined {
  if (!/[?&]kand=/.test(url)) return undefined;
  const address = pageAddress(url);
  return pageOf(address.split('?')[0] ?? '')?.rule.kind === 'public' ? address : undefined;
}

/** The address of the page that says, in the language of an address, that there is none. */
export function nowhereIn(address: string): string {
  return /^\/en(?:\/|$)/.test(address) ? `/en${NOWHERE}` : NOWHERE;
}

/** `/indikator/%66olkmangd` is `/indikator/folkmangd`; undefined for what no page is called. */
function plainOf(path: string): string | undefined {
  if (PLAIN.test(path)) return path;
  try {
    const decoded = decodeURIComponent(path);
    return PLAIN.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** The first of each name that says something. */
function knownOf(asked: URLSearchParams, names: readonly string[] = []): [name: string, value: string][] {
  return [...names].sort().flatMap((name): [string, string][] => {
    const value = asked.get(name)?.trim() ?? '';
    return value === '' || value.length > LONGEST ? [] : [[name, value]];
  });
}
