import { DRAFT_STEPS, type DraftState, type DraftStep } from '@slusen/domain';

const STATES: Readonly<Record<DraftState, () => string>> = {
  draft: () => $localize`:@@draft.state.draft:skrivs`,
  consultation: () => $localize`:@@draft.state.consultation:på samråd`,
  proposed: () => $localize`:@@draft.state.proposed:föreslaget för antagande`,
  adopted: () => $localize`:@@draft.state.adopted:antaget`,
  discarded: () => $localize`:@@draft.state.discarded:kastat`,
};

/** Where a draft stands: "på samråd". */
export function stateText(state: DraftState): string {
  return STATES[state]();
}

const STEPS: Readonly<Record<DraftStep, () => string>> = {
  'send-out': () => $localize`:@@draft.step.send-out:Lås för samråd`,
  'take-back': () => $localize`:@@draft.step.take-back:Fortsätt skriva`,
  propose: () => $localize`:@@draft.step.propose:Föreslå att det antas`,
  adopt: () => $localize`:@@draft.step.adopt:Anta strategin`,
  discard: () => $localize`:@@draft.step.discard:Kasta utkastet`,
};

/** What is done by pressing the button of a step. */
export function stepText(step: DraftStep): string {
  return STEPS[step]();
}

/** What cannot be undone is asked about first, with what comes of it. */
export const STEP_QUESTIONS: Readonly<Partial<Record<DraftStep, () => string>>> = {
  adopt: () =>
    $localize`:@@draft.ask.adopt:Utkastet blir nästa version av strategin och syns för alla från sin första dag. Det går inte att ångra.`,
  discard: () => $localize`:@@draft.ask.discard:Det som står i utkastet finns kvar att läsa, men går inte att skriva i mer.`,
};

/** The steps in the order they are offered, the way forward first. */
export function inOrder(steps: readonly DraftStep[]): readonly DraftStep[] {
  const order: readonly DraftStep[] = ['adopt', 'propose', 'send-out', 'take-back', 'discard'];
  return DRAFT_STEPS.filter((step) => steps.includes(step)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
