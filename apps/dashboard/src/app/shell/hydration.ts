import { makeEnvironmentProviders, ɵwithDomHydration as withDomHydration, type EnvironmentProviders } from '@angular/core';

/**
 * Lets the browser take over the server's page as it stands. It is the one part of `provideClientHydration` that is used
 * here; the whole would bring event replay and incremental hydration along, which need inline scripts that the content
 * security policy refuses, and their code could not be left out.
 */
export function provideHydration(): EnvironmentProviders {
  return makeEnvironmentProviders([withDomHydration()]);
}
