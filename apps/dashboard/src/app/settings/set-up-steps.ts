import type { SetUpView } from '@slusen/contracts';

/** The steps of a first hour, by their names in addresses. */
export const STEPS = ['administrator', 'kommun', 'utseende', 'kontakt', 'strategi'] as const;
export type Step = (typeof STEPS)[number];

const FIRST_OPEN: Readonly<Record<SetUpView['needs'], Step>> = {
  administrator: 'administrator',
  municipality: 'kommun',
  strategy: 'strategi',
  nothing: 'strategi',
};

/**
 * The step that is shown: the one that is asked for, unless something before it is lacking. Nobody comes back to the first one, which is
 * done once; without a wish it is the first that is lacking.
 */
export function stepShown(needs: SetUpView['needs'], wanted: string | undefined): Step {
  const furthest = FIRST_OPEN[needs];
  const step = STEPS.find((one) => one === wanted);
  if (!step || step === 'administrator') return furthest;
  return STEPS.indexOf(step) <= STEPS.indexOf(furthest) ? step : furthest;
}

/** The step after one; undefined after the last. */
export const stepAfter = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) + 1];
