import { fault, repeated, type Faults, type Place } from '../strategy/fault.js';
import { type DefinitionContent } from './definition-content.js';
import { isRatio, type Formula } from './formula.js';

/** An indicator as formulas see it. */
export type ComputedWith = Pick<DefinitionContent, 'cadence' | 'formula'> & {
  readonly reporting?: DefinitionContent['reporting'] | undefined;
};

/** Every indicator that there is, by its slug. */
export type FormulaSurroundings = ReadonlyMap<string, ComputedWith>;

/** A formula names indicators that are there, of one cadence, as many as it needs, and none that is computed from what it computes. */
export function* formulaFaults(indicator: DefinitionContent & { readonly slug: string }, around: FormulaSurroundings, path: Place): Faults {
  const { formula, slug } = indicator;
  yield* checkDependents(indicator, around, path);
  if (!formula) return;
  const at = [...path, 'formula', 'parts'];
  if (isRatio(formula.kind) && formula.parts.length !== 2) yield fault(at, 'formula.two-parts', String(formula.parts.length));
  yield* repeated(formula.parts, at);
  for (const [p, name] of formula.parts.entries()) {
    const part = around.get(name);
    if (name === slug || leadsBack(name, slug, around)) yield fault([...at, p], 'formula.circle', name);
    else if (!part) yield fault([...at, p], 'reference.unknown', name);
    else yield* checkPart(indicator, { ...part, name }, [...at, p]);
  }
  if (isRatio(formula.kind) && indicator.aggregation === 'sum') yield fault([...path, 'aggregation'], 'formula.does-not-add-up', 'sum');
}

function* checkPart(
  { cadence, reporting, formula }: DefinitionContent,
  { name, ...part }: ComputedWith & { readonly name: string },
  at: Place,
): Faults {
  if (part.cadence !== cadence) yield fault(at, 'formula.other-cadence', name);
  // Inhabitants are counted on a day, whatever is counted per thousand of them.
  const isInhabitants = formula?.kind === 'per-thousand' && name === formula.parts[1];
  if (!isInhabitants && (part.reporting ?? 'period') !== reporting) yield fault(at, 'formula.other-reporting', name);
}

/** What is computed from an indicator stays of its cadence. */
function* checkDependents(
  { slug, cadence }: DefinitionContent & { readonly slug: string },
  around: FormulaSurroundings,
  path: Place,
): Faults {
  for (const [name, other] of around) {
    if (name !== slug && other.formula?.parts.includes(slug) && other.cadence !== cadence)
      yield fault([...path, 'cadence'], 'formula.part-of', name);
  }
}

/** Whether an indicator is computed from another, by way of however many. */
function leadsBack(from: string, to: string, around: FormulaSurroundings): boolean {
  const passed = new Set<string>();
  const waiting = [...partsOf(from, around)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === to) return true;
    if (!passed.has(name)) waiting.push(...partsOf(name, around));
    passed.add(name);
  }
  return false;
}

const partsOf = (slug: string, around: FormulaSurroundings): Formula['parts'] => around.get(slug)?.formula?.parts ?? [];
