import { computed, inject, type Signal } from '@angular/core';
import { CurrentAccount } from '../data/current-account.js';

/** Whether whoever is signed in plans rounds. Needs an injection context. */
export function injectMayPlan(): Signal<boolean> {
  const current = inject(CurrentAccount);
  return computed(() => current.view()?.roles.some(({ role }) => role === 'strategist') ?? false);
}
