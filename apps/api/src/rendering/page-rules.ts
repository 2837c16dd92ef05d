import { PAGE_KINDS, PAGES, type PageRule } from '@slusen/contracts/pages';

const MATCHERS = Object.entries<PageRule>(PAGES).map(([path, rule]) => ({ path, pattern: patternOf(path), rule }));

/** A page of the list at an address. */
export interface FoundPage {
  readonly rule: PageRule;
  /** What it is rendered under: one for all names in its address where the browser makes what they call for. */
  readonly address: string;
}

/** The page that the list has at an address, in either language; undefined when it knows no such page. */
export function pageOf(pathname: string | undefined): FoundPage | undefined {
  if (pathname === undefined) return undefined;
  const language = /^\/en(?=\/|$)/.exec(pathname)?.[0] ?? '';
  const own = pathname.slice(language.length).replace(/^\/|\/$/g, '');
  const found = MATCHERS.find(({ pattern }) => pattern.test(own));
  if (!found) return undefined;
  const { path, rule } = found;
  const word = PAGE_KINDS[rule.kind].madeIn === 'browser' ? path : own;
  return { rule, address: `${language}/${word}`.replace(/(?<=.)\/$/, '') };
}

/** How long an answer with the page of an address may be kept: only a page of the list that was found, and then as the list says. */
export function cacheControlOf(address: string, status: number): string {
  const page = status === 200 ? pageOf(address.split('?')[0]) : undefined;
  return PAGE_KINDS[page?.rule.kind ?? 'personal'].cacheControl;
}

/** Whether anyone can make up more addresses of the kind: with a name or a search in it. */
export function isEndless(address: string): boolean {
  return (
    address.includes('?') ||
    MATCHERS.some(({ path, pattern }) => path.includes(':') && pattern.test(address.replace(/^(?:\/en(?=\/))?\//, '')))
  );
}

/** `mal/:slug` → every goal's address. */
function patternOf(path: string): RegExp {
  const words = path.split('/').map((word) => (word.startsWith(':') ? '[^/]+' : word));
  return new RegExp(`^${words.join('/')}$`);
}
