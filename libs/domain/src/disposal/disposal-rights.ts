import { featureRights } from '../permission/feature-rights.js';

/** Who removes what is not to be kept. It takes a decision of somebody else's: the one who carries it out decides nothing. */
export const DISPOSAL_RIGHTS = featureRights({
  heading: { sv: 'Gallring', en: 'Disposal' },
  actions: {
    'disposal.read': { sv: 'Se vad som har gallrats och vad en gallring skulle ta bort', en: 'See what was removed, and what would be' },
    'disposal.carry-out': {
      sv: 'Gallra och avidentifiera enligt ett beslut',
      en: 'Remove data and reduce people to pseudonyms by a decision',
    },
  },
  rules: [{ roles: ['administrator'], actions: ['disposal.read', 'disposal.carry-out'], scope: 'all' }],
});
