import type { StrategyFile } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { EntityManager } from 'typeorm';

/** Something that was adopted with a version, by what stands above it: `leva/fler-bor-har/kommunstyrelsen/leads`. */
interface Part {
  readonly part: 'area' | 'goal' | 'target' | 'indicator without target' | 'role';
  readonly name: string;
}

const ADOPTED = `
  with adopted as (
    select g.id, a.slug || '/' || g.slug as name from goal g join area a on a.id = g.area_id where a.strategy_version_id = $1)
  select 1 as rank, 'area' as part, slug as name from area where strategy_version_id = $1
  union all select 2, 'goal', name from adopted
  union all select 3, case t.kind when 'none' then 'indicator without target' else 'target' end, a.name || '/' || i.slug
    from target t join adopted a on a.id = t.goal_id join indicator i on i.id = t.indicator_id where t.revision = 1
  union all select 4, 'role', a.name || '/' || c.slug || '/' || r.role
    from responsibility r join adopted a on a.id = r.goal_id join actor c on c.id = r.actor_id
  order by rank, part, name`;

/**
 * Refuses a file that adds something to a version that is there (`strategy.adopted-without`) or leaves something of it
 * out (`strategy.adopted-with`): a decision is changed by another decision, which is a version of its own.
 */
export async function requireWhatWasAdopted(manager: EntityManager, versionId: number, { version, areas }: StrategyFile): Promise<void> {
  const adopted = await manager.query<Part[]>(ADOPTED, [versionId]);
  const wanted = partsOf(areas);
  const added = firstMissing(wanted, adopted);
  if (added) throw new DomainError('strategy.adopted-without', { version: version.number, part: added.part, name: added.name });
  const leftOut = firstMissing(adopted, wanted);
  if (leftOut) throw new DomainError('strategy.adopted-with', { version: version.number, part: leftOut.part, name: leftOut.name });
}

function firstMissing(parts: readonly Part[], others: readonly Part[]): Part | undefined {
  const known = new Set(others.map(({ part, name }) => `${part} ${name}`));
  return parts.find(({ part, name }) => !known.has(`${part} ${name}`));
}

function partsOf(areas: StrategyFile['areas']): Part[] {
  return areas.flatMap(({ slug, goals }): Part[] => [
    { part: 'area', name: slug },
    ...goals.flatMap((goal): Part[] => {
      const name = `${slug}/${goal.slug}`;
      return [
        { part: 'goal', name },
        ...goal.targets.map(({ indicator }): Part => ({ part: 'target', name: `${name}/${indicator}` })),
        ...goal.indicatorsWithoutTarget.map((indicator): Part => ({ part: 'indicator without target', name: `${name}/${indicator}` })),
        ...goal.roles.map(({ actor, role }): Part => ({ part: 'role', name: `${name}/${actor}/${role}` })),
      ];
    }),
  ]);
}
