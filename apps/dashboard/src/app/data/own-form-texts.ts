import '@angular/localize/init';
import type { OwnForm } from './own-form.js';

/** What the ways to a form are called. */
export const formTexts = () => ({
  form: {
    enter: $localize`:@@own.enter:Fyll i`,
    'go-on': $localize`:@@own.go-on:Fortsätt`,
    'make-final': $localize`:@@own.make-final:Se över`,
    correct: $localize`:@@own.correct:Rätta`,
  } satisfies Record<OwnForm['verb'], string>,
});
