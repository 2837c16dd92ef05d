import { featureRights } from '../permission/feature-rights.js';

/** Who chooses what is written to whom. */
export const REMINDER_RIGHTS = featureRights({
  heading: { sv: 'Påminnelser', en: 'Reminders' },
  actions: { 'notification.choose': { sv: 'Välja vad man får e-post om', en: 'Choose what one gets e-mail about' } },
  rules: [{ roles: 'everyone', actions: ['notification.choose'], scope: 'self' }],
});
