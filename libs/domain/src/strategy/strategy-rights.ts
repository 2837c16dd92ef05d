import { featureRights } from '../permission/feature-rights.js';

/** Who may bring in what a body has decided. */
export const STRATEGY_RIGHTS = featureRights({
  heading: { sv: 'Strategin', en: 'The strategy' },
  actions: { 'strategy.import': { sv: 'Läsa in en beslutad strategi', en: 'Read in a strategy that was decided' } },
  rules: [{ roles: ['strategist'], actions: ['strategy.import'], scope: 'all', byOperator: true }],
});
