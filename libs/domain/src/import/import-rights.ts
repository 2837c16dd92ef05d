import { featureRights } from '../permission/feature-rights.js';

/** Who answers for a file of figures, and who sees what was read in. One of official statistics has no department; a named reviewer answers for the whole of it. */
export const IMPORT_RIGHTS = featureRights({
  heading: { sv: 'Filer med siffror', en: 'Files of figures' },
  actions: {
    'import.approve': { sv: 'Godkänna en fil med siffror', en: 'Approve a file of figures' },
    'import.read': { sv: 'Se vilka filer som har lästs in', en: 'See which files were read in' },
  },
  rules: [
    { roles: ['reviewer'], actions: ['import.approve'], scope: 'all' },
    { roles: ['administrator'], actions: ['import.read'], scope: 'all' },
  ],
});
