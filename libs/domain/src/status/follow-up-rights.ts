import { featureRights } from '../permission/feature-rights.js';

/** Who follows how all goals stand, with what is late and who answers for it. */
export const FOLLOW_UP_RIGHTS = featureRights({
  heading: { sv: 'Uppföljning', en: 'Follow-up' },
  actions: { 'overview.read': { sv: 'Se översikten över alla mål', en: 'See the overview of all goals' } },
  rules: [{ roles: ['politician', 'strategist', 'administrator'], actions: ['overview.read'], scope: 'all' }],
});
