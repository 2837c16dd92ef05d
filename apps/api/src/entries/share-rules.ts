import type { ShareRules } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';

/** What decides how shares of an indicator are written. */
export const shareRules = ({ unit, rules }: Indicator): ShareRules => ({ unit, decimals: rules.decimals, max: rules.max });
