import { type Language } from '../language.js';

/** How a path of steps runs: "Målbanan går i steg: 800 meter kvartal 2 2025; 1 600 meter kvartal 4 2025." `milestones` are written with their periods. */
export function stepsText(milestones: readonly string[], language: Language): string {
  return `${language === 'sv' ? 'Målbanan går i steg' : 'The path goes in steps'}: ${milestones.join('; ')}.`;
}
