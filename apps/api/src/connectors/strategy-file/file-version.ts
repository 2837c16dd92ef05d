import { Injectable } from '@nestjs/common';
import type { StrategyFile, StrategyFileGoal } from '@slusen/contracts';
import type { Change, StrategyNames, VersionContent } from '@slusen/domain';
import type { Amendment } from '../../identity/amendment.js';
import type { Revised } from '../../platform/revisions.js';
import { AdoptVersion } from '../../strategy/adopt-version.js';
import { GoalRepository, type KnownGoal } from '../../strategy/goal.repository.js';
import { ReviseStrategy } from '../../strategy/revise-strategy.js';
import { StrategyRepository } from '../../strategy/strategy.repository.js';
import { FileGoals } from './file-goals.js';

type FileArea = StrategyFile['areas'][number];
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
    for (const { content } of areas) {
      if (!file.areas.some(({ slug }) => slug === content.slug)) amendment.permits(leftOut('area', `Området ${content.name.sv}`));
    }
    const pairs: GoalPair[] = [];
    for (const [position, wanted] of file.areas.entries()) {
      const area = areas.find(({ content }) => content.slug === wanted.slug);
      if (!area) {
        amendment.permits(added('area', `Området ${wanted.name.sv}`));
        continue;
      }
      const { slug, name, shortName, description } = wanted;
      await this.revise.area(amendment, { there: area, content: { slug, name, shortName, description, position } });
      pairs.push(...(await this.rewordedGoals(amendment, await this.known.ofArea(area.id), wanted)));
    }
    return pairs;
  }

  private async rewordedGoals(amendment: Amendment, there: readonly KnownGoal[], { goals }: FileArea): Promise<GoalPair[]> {
    for (const { content } of there) {
      if (!goals.some(({ slug }) => slug === content.slug)) amendment.permits(leftOut('goal', `Målet ${content.name.sv}`));
    }
    const pairs: GoalPair[] = [];
    for (const [position, wanted] of goals.entries()) {
      const goal = there.find(({ content }) => content.slug === wanted.slug);
      if (!goal) {
        amendment.permits(added('goal', `Målet ${wanted.name.sv}`));
        continue;
      }
      const { slug, name, description, deliberatelyNotMeasured, isExample } = wanted;
      const content = { slug, name, description, deliberatelyNotMeasured, isExample, position };
      await this.revise.goal(amendment, { there: goal, content });
      pairs.push([{ ...goal, content }, wanted]);
    }
    return pairs;
  }
}

/** With other areas or goals it would be another strategy, whose decision is a version of its own. */
const added = (kind: 'area' | 'goal', subject: string): Change => belonging(kind, subject, ['nej', 'ja']);
const leftOut = (kind: 'area' | 'goal', subject: string): Change => belonging(kind, subject, ['ja', 'nej']);
function belonging(kind: 'area' | 'goal', subject: string, [before, after]: readonly [string, string]): Change {
  return { kind, subject, need: 'version', differences: [{ field: 'ingår i versionen', before, after }] };
}
