import { featureRights } from '../permission/feature-rights.js';

/** Who sets up the installation and watches over it. */
export const SETTINGS_RIGHTS = featureRights({
  heading: { sv: 'Installationen', en: 'The installation' },
  actions: {
    'settings.change': {
      sv: 'Ändra kommunens namn, kod, logotyp, färg, licens och kontaktuppgifter',
      en: 'Change the municipality’s name, code, logo, colour, licence and contacts',
    },
    'audit.read': { sv: 'Läsa händelseloggen', en: 'Read the audit trail' },
    'data-health.read': {
      sv: 'Se vilka uppgifter som är sena eller saknar något',
      en: 'See which data are late or lack something',
    },
  },
  rules: [
    { roles: ['administrator'], actions: ['settings.change'], scope: 'all' },
    { roles: ['administrator'], actions: ['audit.read'], scope: 'all', byOperator: true },
    { roles: ['strategist', 'administrator'], actions: ['data-health.read'], scope: 'all' },
  ],
});
