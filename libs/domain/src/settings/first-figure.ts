/**
 * What comes before the first public figure of an installation, in the order in which it is done, and what makes it a figure that is
 * followed up.
 */
export const FIRST_FIGURE_STEPS = [
  'municipality',
  'indicator',
  'reporter',
  'reviewer',
  'figure',
  'published',
  'strategy',
  'target',
] as const;
export type FirstFigureStep = (typeof FIRST_FIGURE_STEPS)[number];
