import { InjectionToken } from '@angular/core';

/** How many milliseconds after the last key the form saves by itself. */
export const SAVE_AFTER = new InjectionToken('SAVE_AFTER', { factory: () => 1_500 });
