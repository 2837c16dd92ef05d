import { HttpBackend } from '@angular/common/http';
import { mergeApplicationConfig, type ApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { appConfig } from './app.config.js';
import { serverRoutes } from './app.routes.server.js';
import { ServerBackend } from './data/server-backend.js';

/** The browser's configuration, with reads answered in-process. */
export const serverConfig: ApplicationConfig = mergeApplicationConfig(appConfig, {
  providers: [provideServerRendering(withRoutes(serverRoutes)), { provide: HttpBackend, useClass: ServerBackend }],
});
