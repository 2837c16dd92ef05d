import { type DefinitionContent } from '../indicator/definition-content.js';
import { fault, repeated, type Faults, type Place } from '../strategy/fault.js';
import { isWhole } from './breakdown.js';

/** How an indicator is broken down hangs together, and leaves no other way to what is kept back of few people. */
export function* breakdownFaults({ breakdown, decimals, perLocality, reporting, formula }: DefinitionContent, path: Place = []): Faults {
  if (!breakdown) return;
  const { kind, groups, of } = breakdown;
  const at = [...path, 'breakdown'];
  if (kind === 'sex' && groups.length > 0) yield fault([...at, 'groups'], 'breakdown.groups-of-ages-only', groups.join(', '));
  if (kind === 'age' && groups.length < 2) yield fault([...at, 'groups'], 'breakdown.two-groups', groups.join(', '));
  yield* repeated(groups, [...at, 'groups']);
  for (const [g, group] of groups.entries()) if (isWhole(group)) yield fault([...at, 'groups', g], 'breakdown.whole-as-group', group);
  if (formula) yield fault([...at, 'kind'], 'breakdown.computed', formula.kind);
  if (of !== 'people') return;
  if (decimals > 0) yield fault([...path, 'decimals'], 'breakdown.people-are-whole', String(decimals));
  // What is kept back of one place is what the municipality has and the others lack; of one period, what two running sums differ by.
  if (perLocality.length > 0) yield fault([...at, 'kind'], 'breakdown.beside-localities', perLocality.join(', '));
  if (reporting === 'year-to-date') yield fault([...at, 'kind'], 'breakdown.year-to-date', reporting);
}
