import { checkActors, checkNames, checkTerritories, checkVersion } from './strategy-file-checks.js';
import { type StrategyFileProblem } from './strategy-file-fault.js';
import { checkIndicators } from './strategy-file-indicator-checks.js';
import { strategyFileShape, type StrategyFile } from './strategy-file-shape.js';
import { checkGoals } from './strategy-file-target-checks.js';

export type { StrategyFile, StrategyFileIndicator, StrategyFileTarget } from './strategy-file-shape.js';
export type { StrategyFileProblem } from './strategy-file-fault.js';

const CHECKS: readonly ((file: StrategyFile) => Iterable<StrategyFileProblem>)[] = [
  checkNames,
  checkTerritories,
  checkActors,
  checkVersion,
  checkIndicators,
  checkGoals,
];

/**
 * A whole strategy in one file: territories, actors, the decided version, areas with goals, responsibilities and targets, and
 * the indicators they use. Defaults are filled in; a file whose parts do not fit together is refused with the path to
 * each fault, a code as `message` and the offending text in `params.text`. Described in docs/strategy-file.md.
 */
export const strategyFile = strategyFileShape
  .superRefine((file, context) => {
    // Zod goes on after a malformed text, and what the parts refer to cannot be judged before each is right in itself.
    if (context.issues.length > 0) return;
    for (const check of CHECKS) {
      for (const { path, code, text } of check(file)) {
        context.addIssue({ code: 'custom', path: [...path], message: code, params: { text } });
      }
    }
  })
  .meta({ id: 'StrategyFile' });
