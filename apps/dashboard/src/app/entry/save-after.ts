import { InjectionToken } from '@angular/core';

/** How many milliseconds after the last key the form saves by itself. */
export const SAVE_AFTER = new InjectionToken('SAVE_AFTER', { factory: () => 1_500 });

/** So many times as long it waits before it tries a server again that did not answer. */
export const PATIENCE = 10;

/** After so many milliseconds it has taken too long. */
export const elapsed = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));
