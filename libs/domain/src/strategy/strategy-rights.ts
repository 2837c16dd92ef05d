import { featureRights } from '../permission/feature-rights.js';

/** Who may bring in and change what was decided. */
export const STRATEGY_RIGHTS = featureRights({
  heading: { sv: 'Strategin', en: 'The strategy' },
  actions: {
    'strategy.adopt': {
      sv: 'Föra in en beslutad strategi och ändra dess ord',
      en: 'Enter a strategy that was decided, and change its words',
    },
    'draft.write': { sv: 'Skriva på ett utkast till strategi och föra det framåt', en: 'Write a draft of a strategy and move it on' },
    'role.give': { sv: 'Ge aktörer roller i mål', en: 'Give actors roles in goals' },
    'target.decide': { sv: 'Föra in beslutade målvärden', en: 'Enter targets that were decided' },
    'definition.revise': { sv: 'Ändra hur en indikator definieras', en: 'Change how an indicator is defined' },
    'series.break': { sv: 'Märka ut brott i serier', en: 'Mark breaks in series' },
    'point.annotate': { sv: 'Skriva anmärkningar till värden', en: 'Write notes on values' },
    'organisation.change': { sv: 'Lägga till och ändra aktörer', en: 'Add and change actors' },
    'organisation.reorganise': {
      sv: 'Byta namn på, slå ihop, dela och avveckla aktörer; åtaganden och behörigheter följer med',
      en: 'Rename, merge, split and close actors; duties and rights follow',
    },
    'indicator.add': { sv: 'Lägga till indikatorer', en: 'Add indicators' },
    'territory.add': { sv: 'Lägga till områden', en: 'Add territories' },
  },
  rules: [
    { roles: ['strategist'], actions: ['strategy.adopt'], scope: 'all', byOperator: true },
    { roles: ['strategist', 'administrator'], actions: ['draft.write', 'organisation.reorganise'], scope: 'all' },
    {
      roles: ['strategist', 'administrator'],
      actions: ['role.give', 'target.decide', 'definition.revise', 'series.break', 'point.annotate', 'organisation.change'],
      scope: 'all',
      byOperator: true,
    },
    // A file of figures may bring indicators and areas that are not there yet; whoever answers for the file answers for them.
    { roles: ['reviewer', 'strategist', 'administrator'], actions: ['indicator.add', 'territory.add'], scope: 'all', byOperator: true },
  ],
});
