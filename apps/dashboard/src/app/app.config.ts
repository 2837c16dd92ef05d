import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { ApplicationConfig } from '@angular/core';
import { provideClientHydration, withI18nSupport, withNoIncrementalHydration } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes.js';
import { problemTransfer } from './data/problem-transfer.js';
import { sessionInterceptor } from './data/session-interceptor.js';

/** What the browser needs; the server adds its own on top. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideHttpClient(withInterceptors([problemTransfer, sessionInterceptor])),
    // Incremental hydration would put an inline script into the page, which the content security policy refuses.
    provideClientHydration(withI18nSupport(), withNoIncrementalHydration()),
  ],
};
