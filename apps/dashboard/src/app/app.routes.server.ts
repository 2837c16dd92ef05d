import { RenderMode, type ServerRoute } from '@angular/ssr';
import { PAGE_KINDS, PAGES, type PageRule } from '@slusen/contracts/pages';

const madeInBrowser = Object.entries<PageRule>(PAGES).filter(([, { kind }]) => PAGE_KINDS[kind].madeIn === 'browser');

/** Where each page is made, as the list of pages says; an address that is not listed is answered by the server. */
export const serverRoutes: ServerRoute[] = [
  ...madeInBrowser.map(([path]): ServerRoute => ({ path, renderMode: RenderMode.Client })),
  { path: '**', renderMode: RenderMode.Server },
];
