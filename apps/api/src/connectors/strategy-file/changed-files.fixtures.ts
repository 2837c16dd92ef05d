import { strategyFile } from '@slusen/contracts';
import { changeLines, type Change, type ChangeRecord } from '@slusen/domain';
import { OPERATOR } from '../../identity/account.js';
import { STRATEGY_FILE } from '../../integrity/kept-strategy.fixtures.js';
import type { DecidedWorld } from '../../testing/decided-world.js';
import { ImportStrategy } from './import-strategy.js';

type Json = Record<string, unknown>;
type Goal = Json & { roles: Json[]; targets: Json[]; indicatorsWithoutTarget: string[] };
type Area = Json & { goals: [Goal, ...Goal[]] };

/** A strategy file as somebody edits it. */
export interface Changeable {
  readonly territories: Json[];
  readonly actors: Json[];
  readonly strategy: Json;
  readonly version: Json;
  readonly areas: [Area, ...Area[]];
  readonly indicators: Json[];
}
/** What somebody does to the file. */
export type Changing = (file: Changeable) => unknown;

/** The first area of a file. */
export const areaOf = ({ areas }: Changeable) => areas[0];
/** The first goal of the first area. */
export const goalOf = (file: Changeable) => areaOf(file).goals[0];
/** The same words in both languages. */
export const both = (text: string) => ({ sv: text, en: text });
/** The lines that people are told. */
export const linesOf = (changes: readonly Change[]): string[] => changes.flatMap(changeLines);

/** The small strategy with changes. */
export function changed(change: Changing) {
  const file = structuredClone(STRATEGY_FILE) as unknown as Changeable;
  change(file);
  return strategyFile.parse(file);
}

/** Reads the small strategy with changes into a world where it was adopted; says what was new or changed. */
export function reading({ app }: DecidedWorld, change: Changing, record: ChangeRecord = {}): Promise<readonly Change[]> {
  return app.get(ImportStrategy).import({ file: changed(change), ...record }, OPERATOR);
}

/** How reading it is refused; fails when anything at all is left of it. */
export async function refusalOf(world: DecidedWorld, change: Changing, record: ChangeRecord = {}): Promise<{ code: string; facts: Json }> {
  const before = await world.recorded();
  const error: unknown = await reading(world, change, record).then(() => undefined, (reason: unknown) => reason); // prettier-ignore
  expect(await world.recorded()).toEqual(before);
  return error as { code: string; facts: Json };
}
