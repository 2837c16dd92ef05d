import { Injectable } from '@nestjs/common';
import type { StrategyFile, StrategyFileGoal } from '@slusen/contracts';
import type { AreaNames, Change, Difference, StrategyNames, VersionContent } from '@slusen/domain';
import type { Amendment } from '../../identity/amendment.js';
import type { Revised } from '../../platform/revisions.js';
import { AdoptVersion } from '../../strategy/adopt-version.js';
import { GoalRepository, type KnownGoal } from '../../strategy/goal.repository.js';
import { ReviseStrategy } from '../../strategy/revise-strategy.js';
import { StrategyRepository } from '../../strategy/strategy.repository.js';
import { FileGoals } from './file-goals.js';

/** A goal that is there, with what the file says of it. */
type GoalPair = readonly [there: KnownGoal, wanted: StrategyFileGoal];

/** The strategy of a file: a version that is not there is adopted, one that is there is worded as the file says. */
@Injectable()
export class FileVersion {
  constructor(
    private readonly strategies: StrategyRepository,
    private readonly adopt: AdoptVersion,
    private readonly revise: ReviseStrategy,
    private readonly known: GoalRepository,
    private readonly goals: FileGoals,
  ) {}

  /** Throws `strategy.another`. */
  async read(amendment: Amendment, file: StrategyFile): Promise<void> {
    const there = await this.strategies.strategy();
    const version = there && (await this.strategies.version(there.id, file.version.number));
    const isRevision = version && there.content.slug === file.strategy.slug;
    const pairs = isRevision ? await this.reworded(amendment, { there, version }, file) : await this.adopted(amendment, there, file);
    for (const [goal, wanted] of pairs) await this.goals.read(amendment, goal, wanted);
  }

  private async adopted(amendment: Amendment, there: Revised<StrategyNames> | undefined, file: StrategyFile): Promise<GoalPair[]> {
    const goals = await this.adopt.adopt(amendment, file);
    if (there) await this.revise.names(amendment, { there, content: file.strategy });
    const wanted = new Map(file.areas.flatMap((area) => area.goals.map((goal) => [goal.slug, goal] as const)));
    return goals.flatMap((goal) => {
      const said = wanted.get(goal.content.slug);
      return said ? [[goal, said] as const] : [];
    });
  }

  private async reworded(
    amendment: Amendment,
    { there, version }: { there: Revised<StrategyNames>; version: Revised<VersionContent> },
    file: StrategyFile,
  ): Promise<GoalPair[]> {
    await this.revise.names(amendment, { there, content: file.strategy });
    await this.revise.version(amendment, { there: version, content: file.version });
    const areas = await this.known.areas(version.id);
    const goals = await this.known.ofVersion(version.id);
    for (const change of otherParts({ areas, goals }, file)) amendment.permits(change);
    await this.rewordAreas(amendment, areas, file);
    return this.rewordedGoals(amendment, goals, file);
  }

  private async rewordAreas(amendment: Amendment, there: readonly Revised<AreaNames>[], { areas }: StrategyFile): Promise<void> {
    for (const [position, { slug, name, shortName, description }] of areas.entries()) {
      const area = there.find(({ content }) => content.slug === slug);
      if (area) await this.revise.area(amendment, { there: area, content: { slug, name, shortName, description, position } });
    }
  }

  private async rewordedGoals(amendment: Amendment, there: readonly KnownGoal[], { areas }: StrategyFile): Promise<GoalPair[]> {
    const pairs: GoalPair[] = [];
    for (const [position, wanted] of areas.flatMap(({ goals }) => [...goals.entries()])) {
      const goal = there.find(({ content }) => content.slug === wanted.slug);
      if (!goal) continue;
      const { slug, name, description, deliberatelyNotMeasured, isExample } = wanted;
      const content = { slug, name, description, deliberatelyNotMeasured, isExample, position };
      await this.revise.goal(amendment, { there: goal, content });
      pairs.push([{ ...goal, content }, wanted]);
    }
    return pairs;
  }
}

/** What a version consists of. */
interface Parts {
  readonly areas: readonly Revised<AreaNames>[];
  readonly goals: readonly KnownGoal[];
}

/** Every area and goal that the file adds, leaves out or moves: with other parts it would be another strategy, whose decision is a version of its own. */
function otherParts(there: Parts, file: StrategyFile): Change[] {
  const areas = there.areas.map(({ content }) => content);
  const goals = there.goals.map(({ content, area }) => ({ ...content, area }));
  const wanted = file.areas.flatMap((area) => area.goals.map((goal) => ({ ...goal, area: area.slug })));
  return [
    ...missingFrom(file.areas, areas).map(({ name }) => belonging('area', `Området ${name.sv}`, ['ja', 'nej'])),
    ...missingFrom(wanted, goals).map(({ name }) => belonging('goal', `Målet ${name.sv}`, ['ja', 'nej'])),
    ...missingFrom(areas, file.areas).map(({ name }) => belonging('area', `Området ${name.sv}`, ['nej', 'ja'])),
    ...missingFrom(goals, wanted).map(({ name }) => belonging('goal', `Målet ${name.sv}`, ['nej', 'ja'])),
    ...goals.flatMap(({ slug, name, area }) => {
      const moved = wanted.find((goal) => goal.slug === slug && goal.area !== area);
      return moved ? [part('goal', `Målet ${name.sv}`, { field: 'område', before: area, after: moved.area })] : [];
    }),
  ];
}

function missingFrom<Part extends { readonly slug: string }>(list: readonly { readonly slug: string }[], parts: readonly Part[]): Part[] {
  return parts.filter(({ slug }) => !list.some((one) => one.slug === slug));
}

function belonging(kind: 'area' | 'goal', subject: string, [before, after]: readonly [string, string]): Change {
  return part(kind, subject, { field: 'ingår i versionen', before, after });
}

function part(kind: 'area' | 'goal', subject: string, difference: Difference): Change {
  return { kind, subject, need: 'version', differences: [difference] };
}
