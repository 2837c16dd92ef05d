import { AngularAppEngine } from '@angular/ssr';
import type { RenderContext } from './app/data/render-context.js';

export type { RenderContext } from './app/data/render-context.js';

const engine = new AngularAppEngine({ allowedHosts: ['slusen.invalid'] });

/** Below this word there is no page. */
const NOWHERE = '/-';

/**
 * Renders the page a request asks for, reading what it shows through `context` in the same process. The request must
 * have the origin `http://slusen.invalid`. Null when no page has that address (a file, say); signed-in pages come back
 * as an empty shell that the browser fills.
 */
export async function render(request: Request, context: RenderContext): Promise<Response | null> {
  return engine.handle(isInherited(request) ? nowhere(request) : request, context);
}

/** The engine looks the first word of an address up in an object that is keyed by languages, and would find `constructor` and its kind there. */
function isInherited({ url }: Request): boolean {
  return (new URL(url).pathname.split('/')[1] ?? '') in Object.prototype;
}

function nowhere({ url }: Request): Request {
  const { origin, pathname } = new URL(url);
  return new Request(`${origin}${NOWHERE}${pathname}`);
}
