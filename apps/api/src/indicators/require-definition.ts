import {
  breakFaults,
  definitionFaults,
  targetFaults,
  type BreakContent,
  type DefinitionContent,
  type DefinitionSurroundings,
  type TargetContent,
} from '@slusen/domain';
import { requireSound } from '../platform/invalid-input.js';

/** A definition that somebody gives, with what it must fit: what it may name, the targets that are decided for the indicator, and where its series breaks. */
export interface DefinitionOrder {
  readonly slug: string;
  readonly definition: DefinitionContent;
  readonly around: DefinitionSurroundings;
  readonly targets: readonly TargetContent[];
  readonly breaks: readonly BreakContent[];
  /** The revision that it was made from; undefined when whoever gives it has just read the latest. */
  readonly expected?: number | undefined;
}

/** Throws InvalidInput with every place that does not hang together, the indicator's targets and breaks included. */
export function requireDefinition({ slug, definition, around, targets, breaks }: DefinitionOrder): void {
  requireSound(definitionFaults({ ...definition, slug }, around));
  requireSound(targets.flatMap((target, t) => [...targetFaults(target, definition, ['targets', t])]));
  requireSound(breakFaults(breaks, definition, ['breaks']));
}
