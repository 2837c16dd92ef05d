import { knownParameters } from './page-rules.js';

const LONGEST = 200;

/** Words between single slashes: nothing in it that reading it as an address would change. */
const PLAIN = /^(?:\/[\w-]+)+$/;

/** The address a page is kept and rendered under: its path, and in a fixed order the parameters that the list of pages says it knows. */
export function pageAddress(url: string): string {
  if (PLAIN.test(url)) return url;
  // Put together, not resolved: `//name` would be another host, and `//` none at all.
  const { pathname, searchParams } = new URL(`http://slusen.invalid${url.startsWith('/') ? url : '/'}`);
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname;
  const names = knownParameters(path);
  const known = [...searchParams].filter(([name, value]) => names.includes(name) && value !== '' && value.length <= LONGEST);
  known.sort(([a], [b]) => a.localeCompare(b));
  const query = new URLSearchParams(known).toString();
  return query ? `${path}?${query}` : path;
}
