import { featureRights } from '../permission/feature-rights.js';

/** Who sees to what the program does by itself. */
export const OPERATION_RIGHTS = featureRights({
  heading: { sv: 'Drift', en: 'Operation' },
  actions: {
    'mail.read': { sv: 'Se vilken e-post som skickas, och den som väntar', en: 'See which e-mails are sent, and those that wait' },
    'export.make': { sv: 'Ladda ned allt, utan människors namn', en: 'Download everything, without the names of people' },
    'job.manage': { sv: 'Se jobb som inte gick att göra, och försöka igen', en: 'See jobs that could not be done, and try them again' },
  },
  rules: [{ roles: ['administrator'], actions: ['mail.read', 'export.make', 'job.manage'], scope: 'all' }],
});
