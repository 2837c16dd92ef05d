import { AngularAppEngine } from '@angular/ssr';
import type { RenderContext } from './app/data/render-context.js';

export type { RenderContext } from './app/data/render-context.js';

const engine = new AngularAppEngine({ allowedHosts: ['slusen.invalid'] });

/**
 * Renders the page a request asks for, reading what it shows through `context` in the same process. The request must
 * have the origin `http://slusen.invalid`. Null when no page has that address (a file, say); signed-in pages come back
 * as an empty shell that the browser fills.
 */
export async function render(request: Request, context: RenderContext): Promise<Response | null> {
  return engine.handle(request, context);
}
