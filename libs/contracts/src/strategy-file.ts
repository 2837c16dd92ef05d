import { strategyFaults } from '@slusen/domain';
import { strategyFileShape } from './strategy-file-shape.js';

export type { StrategyFile, StrategyFileGoal, StrategyFileIndicator } from './strategy-file-shape.js';

/**
 * A whole strategy in one file: territories, actors, the decided version, areas with goals, responsibilities and targets, and
 * the indicators they use. Defaults are filled in; a file whose parts do not fit together is refused with the path to
 * each fault, a code as `message` and the offending text in `params.text`. Described in docs/strategy-file.md.
 */
export const strategyFile = strategyFileShape
  .superRefine((file, context) => {
    // Zod goes on after a malformed text, and what the parts refer to cannot be judged before each is right in itself.
    if (context.issues.length > 0) return;
    for (const { path, code, text } of strategyFaults(file)) {
      context.addIssue({ code: 'custom', path: [...path], message: code, params: { text } });
    }
  })
  .meta({ id: 'StrategyFile' });
