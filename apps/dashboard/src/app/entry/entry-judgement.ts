import { linkedSignal, type Signal } from '@angular/core';
import type { EntryFaults } from './entry-text.js';
import type { ShownQuestion } from './plausibility-questions.js';

/** What is said of what stands in the form: wrong, or asked about. */
export interface Judgement {
  readonly faults: EntryFaults;
  readonly questions: readonly ShownQuestion[];
}

/**
 * What is said while something is typed: nothing new, since half a number is no wrong number; but what was mended goes at once, and what is
 * still asked about is asked of the number as it stands.
 */
export function whileTyping(said: Judgement, now: Judgement): Judgement {
  const faults = Object.entries(now.faults).filter(([field]) => Object.hasOwn(said.faults, field));
  return {
    faults: Object.fromEntries(faults),
    questions: now.questions.filter(({ kind }) => said.questions.some((question) => question.kind === kind)),
  };
}

/** What is said of the form as it stands; nothing new while someone is busy with it. */
export function saidInPauses(judgement: Signal<Judgement>, isBusy: Signal<boolean>): Signal<Judgement> {
  return linkedSignal<{ now: Judgement; isBusy: boolean }, Judgement>({
    source: () => ({ now: judgement(), isBusy: isBusy() }),
    computation: ({ now, isBusy }, before) => (isBusy && before ? whileTyping(before.value, now) : now),
  }).asReadonly();
}
