import { featureRights } from '../permission/feature-rights.js';

/** Who plans follow-up rounds, and who sees how far they have come. */
export const ROUND_RIGHTS = featureRights({
  heading: { sv: 'Uppföljningsomgångar', en: 'Follow-up rounds' },
  actions: {
    'round.read': { sv: 'Se uppföljningsomgångarna', en: 'See the follow-up rounds' },
    'round.progress': { sv: 'Se vad som är klart och vad som saknas i en omgång', en: 'See what is done and what is lacking in a round' },
    'round.plan': {
      sv: 'Öppna, ändra och ställa in omgångar och låta dem komma av sig själva',
      en: 'Open, change and cancel rounds, and have them come by themselves',
    },
  },
  rules: [
    { roles: 'everyone', actions: ['round.read'], scope: 'all' },
    { roles: ['reporter', 'reviewer'], actions: ['round.progress'], scope: 'own-department' },
    { roles: ['strategist', 'administrator'], actions: ['round.progress'], scope: 'all' },
    // By the clock, which acts for whoever runs the server, rounds come by their rules.
    { roles: ['strategist'], actions: ['round.plan'], scope: 'all', byOperator: true },
  ],
});
