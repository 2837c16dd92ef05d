import type { SetUpView } from '@slusen/contracts';

/** The steps of a first hour, by their names in addresses. */
export const STEPS = ['administrator', 'inloggning', 'kommun', 'utseende', 'kontakt', 'strategi'] as const;
export type Step = (typeof STEPS)[number];

const FIRST_OPEN: Readonly<Record<SetUpView['needs'], Step>> = {
  administrator: 'administrator',
  municipality: 'kommun',
  strategy: 'strategi',
  nothing: 'strategi',
};

/** How far an installation has come; `needsSecondFactor`: whoever goes on may do nothing else before there is one. */
export interface HowFar {
  readonly needs: SetUpView['needs'];
  readonly needsSecondFactor?: boolean;
}

/** Done once, by somebody: nobody comes back to them here. */
const DONE_ONCE: readonly Step[] = ['administrator', 'inloggning'];

/**
 * The step that is shown: the one that is asked for, unless something before it is lacking or it is done once. Without a wish it is the
 * first that is lacking.
 */
export function stepShown({ needs, needsSecondFactor = false }: HowFar, wanted: string | undefined): Step {
  if (needsSecondFactor) return 'inloggning';
  const furthest = FIRST_OPEN[needs];
  const step = STEPS.find((one) => one === wanted);
  if (!step || DONE_ONCE.includes(step)) return furthest;
  return STEPS.indexOf(step) <= STEPS.indexOf(furthest) ? step : furthest;
}

/** The step after one; undefined after the last. */
export const stepAfter = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) + 1];
