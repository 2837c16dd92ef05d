import { featureRights } from '../permission/feature-rights.js';

/**
 * Who may say what is done for the goals. A department answers for itself and for the actor that it belongs to; actors outside the
 * municipality have no accounts of their own, so strategists enter what they lead.
 */
export const ACTION_RIGHTS = featureRights({
  heading: { sv: 'Åtgärder', en: 'Actions' },
  actions: {
    'action.desk': { sv: 'Se de åtgärder som man svarar för', en: 'See the actions that one answers for' },
    'action.plan': {
      sv: 'Lägga in en åtgärd som förvaltningen eller dess nämnd leder',
      en: 'Enter an action that the department or its committee leads',
    },
    'action.revise': {
      sv: 'Ändra en sådan åtgärd och säga hur långt den har kommit',
      en: 'Change such an action, and say how far it has come',
    },
  },
  rules: [
    { roles: ['reporter', 'reviewer'], actions: ['action.desk', 'action.plan', 'action.revise'], scope: 'own-department' },
    { roles: ['strategist'], actions: ['action.desk', 'action.revise'], scope: 'all' },
    // Template actions come with the file of a strategy.
    { roles: ['strategist'], actions: ['action.plan'], scope: 'all', byOperator: true },
  ],
});
