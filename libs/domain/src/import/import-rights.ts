import { featureRights } from '../permission/feature-rights.js';

/** Who sends files of figures, who answers for them, and who sees what was read in. A file is answered for by whoever reviews every department whose figures stand in it. */
export const IMPORT_RIGHTS = featureRights({
  heading: { sv: 'Filer med siffror', en: 'Files of figures' },
  actions: {
    'import.follow': { sv: 'Se filer med siffror på väg in', en: 'See files of figures on their way' },
    'import.prepare': { sv: 'Läsa in en fil med siffror', en: 'Read in a file of figures' },
    'import.approve': { sv: 'Godkänna en fil med siffror', en: 'Approve a file of figures' },
    'import.answer': { sv: 'Svara för en fil som läses in på servern', en: 'Answer for a file that is read in on the server' },
    'import.source': { sv: 'Märka en källa som officiell statistik', en: 'Mark a source as official statistics' },
    'import.read': { sv: 'Se vilka filer som har lästs in', en: 'See which files were read in' },
  },
  rules: [
    { roles: ['reporter'], actions: ['import.follow', 'import.prepare'], scope: 'own-department' },
    { roles: ['strategist'], actions: ['import.follow', 'import.prepare', 'import.source'], scope: 'all' },
    { roles: ['reviewer'], actions: ['import.follow', 'import.approve'], scope: 'own-department' },
    // Whoever runs the server names somebody who answers for the whole of it.
    { roles: ['reviewer'], actions: ['import.answer'], scope: 'all' },
    { roles: ['administrator'], actions: ['import.read'], scope: 'all' },
  ],
});
