import type { StrategyDraft } from '@slusen/contracts';
import { DRAFT_STEPS, type DraftState, type DraftStep, type Language } from '@slusen/domain';

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

/** What is done by pressing the button of a step with a draft that stands so. */
export function stepText(step: DraftStep, state: DraftState): string {
  if (step === 'take-back' && state === 'proposed') return $localize`:@@draft.step.take-back-proposal:Ta tillbaka förslaget`;
  return STEPS[step]();
}

/** Whose turn it is with a draft that is proposed; undefined of any other. */
export function turnText({ state, steps, adopters, proposedBy = '' }: StrategyDraft, language: Language): string | undefined {
  if (state !== 'proposed') return undefined;
  if (steps.includes('adopt'))
    return $localize`:@@draft.turn-yours:${proposedBy}:name: föreslår att strategin antas. Du kan anta den när beslutet är fattat.`;
  if (adopters.length === 0)
    return $localize`:@@draft.turn-nobodys:Nu ska någon annan än den som föreslog anta strategin, men ingen annan är strateg än. En administratör kan ge någon den behörigheten.`;
  const names = new Intl.ListFormat(language, { type: 'disjunction' }).format(adopters);
  return $localize`:@@draft.turn-others:Nu ska någon annan än den som föreslog anta strategin: ${names}:names:. De har fått mejl om det, om de har en e-postadress.`;
}

/** What comes of a step that cannot be undone. */
const STEP_QUESTIONS: Readonly<Partial<Record<DraftStep, () => string>>> = {
  adopt: () =>
    $localize`:@@draft.ask.adopt:Utkastet blir nästa version av strategin och syns för alla från sin första dag. Det går inte att ångra.`,
  discard: () => $localize`:@@draft.ask.discard:Det som står i utkastet finns kvar att läsa, men går inte att skriva i mer.`,
};

/** What is asked before a step: whether it cannot be undone, and on the way to adoption whether all can be followed up, which does not forbid it. */
export function stepQuestion(step: DraftStep, draft: Pick<StrategyDraft, 'measurable'>): string | undefined {
  const sentences = [step === 'propose' || step === 'adopt' ? lackText(draft.measurable) : '', STEP_QUESTIONS[step]?.() ?? ''];
  return sentences.filter(Boolean).join(' ') || undefined;
}

function lackText({ indicators, goals }: StrategyDraft['measurable']): string {
  if (indicators.measurable === indicators.total && goals.measurable === goals.total) return '';
  return $localize`:@@draft.ask.measurable:Allt går inte att följa upp än. Mätbara är ${indicators.measurable}:measured: av ${indicators.total}:indicators: indikatorer och ${goals.measurable}:met: av ${goals.total}:goals: mål. Det hindrar inte att strategin antas. Vill du gå vidare?`;
}

/** The steps in the order they are offered, the way forward first. */
export function inOrder(steps: readonly DraftStep[]): readonly DraftStep[] {
  const order: readonly DraftStep[] = ['adopt', 'propose', 'send-out', 'take-back', 'discard'];
  return DRAFT_STEPS.filter((step) => steps.includes(step)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
