import { type Language } from '../language.js';

/** How a path of steps runs: "Målbanan går i steg: 800 meter kvartal 2 2025; 1 600 meter kvartal 4 2025." `milestones` are written with their periods. */
export function stepsText(milestones: readonly string[], language: Language): string {
  const list = milestones.join('; ');
  if (language === 'sv') {
    return list ? `Målbanan går i steg: ${list}.` : 'Målbanan är ett enda steg: utgångsvärdet gäller tills målet ska vara nått.';
  }
  return list ? `The path goes in steps: ${list}.` : 'The path is one step: the baseline holds until the target is due.';
}
