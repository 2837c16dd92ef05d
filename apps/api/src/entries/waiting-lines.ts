import type { QueueQuery, ReviewQueue } from '@slusen/contracts';
import { comparePeriods, NO_ROUND, parsePeriod, type Instant, type Localized } from '@slusen/domain';
import { inSwedishOrder } from '../platform/swedish-order.js';

/** As little of an entry that waits as it takes to find and count it. */
export interface WaitingLine {
  readonly id: string;
  readonly indicator: { readonly slug: string; readonly name: Localized };
  readonly department: { readonly slug: string; readonly name: Localized };
  readonly person: { readonly id: string; readonly name: string };
  /** The round that asks for it, by its period. */
  readonly round: string | undefined;
  /** From when it would be public, by that round. */
  readonly publicFrom: Instant;
}

type Choice = Pick<QueueQuery, 'round' | 'department' | 'person'>;

const CHOICES = {
  round: ({ round }) => round ?? NO_ROUND,
  department: ({ department }) => department.slug,
  person: ({ person }) => person.id,
} as const satisfies Readonly<Record<keyof Choice, (line: WaitingLine) => string>>;

/** What the choices leave of those that wait, as it is to be sorted. The lines come longest waiting first. */
export function chosenLines(lines: readonly WaitingLine[], { order, ...choice }: Choice & Pick<QueueQuery, 'order'>): WaitingLine[] {
  return inOrder(chosen(lines, choice), order);
}

/** How many wait by each round, department and person, of those that the other choices leave. */
export function countsOf(lines: readonly WaitingLine[], choice: Choice): ReviewQueue['counts'] {
  const grouped = (by: keyof Choice): readonly (readonly [WaitingLine, number])[] => {
    const { [by]: _, ...others } = choice;
    return [...Map.groupBy(chosen(lines, others), CHOICES[by]).values()].flatMap((group) =>
      group[0] ? [[group[0], group.length] as const] : [],
    );
  };
  return {
    rounds: grouped('round')
      .map(([{ round }, count]) => ({ period: round, count }))
      .sort((a, b) => latestFirst(a.period, b.period)),
    departments: inSwedishOrder(
      grouped('department').map(([{ department }, count]) => ({ department, count })),
      ({ department }) => department.name.sv,
    ),
    people: inSwedishOrder(
      grouped('person').map(([{ person }, count]) => ({ ...person, count })),
      ({ name }) => name,
    ),
  };
}

function chosen(lines: readonly WaitingLine[], choice: Choice): readonly WaitingLine[] {
  const by = (Object.keys(CHOICES) as (keyof Choice)[]).filter((one) => choice[one] !== undefined);
  return lines.filter((line) => by.every((one) => CHOICES[one](line) === choice[one]));
}

function inOrder(lines: readonly WaitingLine[], order: QueueQuery['order']): WaitingLine[] {
  switch (order) {
    case 'longest':
      return [...lines];
    case 'latest':
      return lines.toReversed();
    case 'indicator':
      return inSwedishOrder(lines, ({ indicator }) => indicator.name.sv);
    case 'department':
      return inSwedishOrder(lines, ({ department }) => department.name.sv);
    case 'person':
      return inSwedishOrder(lines, ({ person }) => person.name);
  }
}

function latestFirst(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return comparePeriods(parsePeriod(other), parsePeriod(one));
}
