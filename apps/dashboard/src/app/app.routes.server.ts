import { RenderMode, type ServerRoute } from '@angular/ssr';

const SIGNED_IN = ['logga-in', 'mina-uppgifter', 'inmatning/:indicator/:period', 'granskning', 'granskning/:id', 'oversikt', 'konto'];

/** Public pages are rendered on the server; what needs an account is rendered in the browser only. */
export const serverRoutes: ServerRoute[] = [
  ...SIGNED_IN.map((path): ServerRoute => ({ path, renderMode: RenderMode.Client, headers: { 'Cache-Control': 'no-store' } })),
  { path: '**', renderMode: RenderMode.Server },
];
