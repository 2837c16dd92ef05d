import { featureRights } from '../permission/feature-rights.js';

/** Who hides what was published by mistake. It takes one administrator: a second pair of eyes would take longer than a minute. */
export const MASKING_RIGHTS = featureRights({
  heading: { sv: 'Det som döljs', en: 'What is hidden' },
  actions: {
    'masking.decide': {
      sv: 'Dölja en publicerad text eller siffra, och visa den igen',
      en: 'Hide a published text or figure, and show it again',
    },
  },
  rules: [{ roles: ['administrator'], actions: ['masking.decide'], scope: 'all' }],
});
