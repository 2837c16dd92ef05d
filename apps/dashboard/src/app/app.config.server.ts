import { ErrorHandler, inject, mergeApplicationConfig, REQUEST_CONTEXT, type ApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { appConfig } from './app.config.js';
import { serverRoutes } from './app.routes.server.js';
import { isRenderContext } from './data/api-client.js';

/** The browser's configuration, and which pages the server renders. */
export const serverConfig: ApplicationConfig = mergeApplicationConfig(appConfig, {
  providers: [provideServerRendering(withRoutes(serverRoutes)), { provide: ErrorHandler, useFactory: failureTold }],
});

/** What goes wrong on a page is told to whoever renders it, who knows which request it was. */
function failureTold(): ErrorHandler {
  const context = inject<unknown>(REQUEST_CONTEXT, { optional: true });
  if (!isRenderContext(context)) return new ErrorHandler();
  return { handleError: (error) => context.fail(error) };
}
