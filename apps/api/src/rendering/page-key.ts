/** The only parameters pages know; any other is ignored, so that nobody fills the cache with made-up ones. */
const KNOWN = new Set(['q', 'offset', 'sort']);
const LONGEST = 200;

/** Words between single slashes: nothing in it that reading it as an address would change. */
const PLAIN = /^(?:\/[\w-]+)+$/;

/** The address a page is kept and rendered under: path and known parameters in a fixed order. */
export function pageAddress(url: string): string {
  if (PLAIN.test(url)) return url;
  // Put together, not resolved: `//name` would be another host, and `//` none at all.
  const { pathname, searchParams } = new URL(`http://slusen.invalid${url.startsWith('/') ? url : '/'}`);
  const known = [...searchParams].filter(([name, value]) => KNOWN.has(name) && value !== '' && value.length <= LONGEST);
  known.sort(([a], [b]) => a.localeCompare(b));
  const query = new URLSearchParams(known).toString();
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname;
  return query ? `${path}?${query}` : path;
}

/** `br` before `gzip` before nothing, as far as the client takes it. */
export function encodingFor(accepts: string | undefined): 'br' | 'gzip' | undefined {
  const offered = new Set(
    (accepts ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]),
  );
  if (offered.has('br')) return 'br';
  return offered.has('gzip') ? 'gzip' : undefined;
}
