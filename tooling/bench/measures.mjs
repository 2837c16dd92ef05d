/** Everything a run measures, in its order. */
import { measureCrowd } from './measure-crowd.mjs';
import { measureEntries } from './measure-entries.mjs';
import { measureGrowth } from './measure-growth.mjs';
import { measureImport } from './measure-import.mjs';
import { measureImportBesidePeople } from './measure-import-beside-people.mjs';
import { measureGoals, measurePage, measureSeries } from './measure-reads.mjs';
import { measureStart } from './measure-start.mjs';
import { measureStrategist } from './measure-strategist.mjs';
import { measureUpload } from './measure-upload.mjs';

const DEMONSTRATION = { named: 'The demonstration', make: (world) => world.demonstration() };
const LARGE = { named: 'The whole history: 696,000 values', make: (world) => world.running('large') };
const TENTH = { named: 'A tenth of the history: 69,600 values', make: (world) => world.running('tenth') };

/** By letter: its title, what it is measured on, and the measure, which is given `{ world, load }` and the effort. */
export const MEASURES = [
  { letter: 'a', title: 'A cached page', data: [DEMONSTRATION], measure: measurePage },
  { letter: 'b', title: 'A series as JSON', data: [LARGE], measure: measureSeries },
  { letter: 'c', title: 'All goals of a strategy', data: [LARGE], measure: measureGoals },
  // Before (d), whose thousands of figures would be in one of the two histories only.
  { letter: 'f', title: 'Pages, forms and queues as the history grows', data: [TENTH, LARGE], measure: measureGrowth },
  { letter: 'd', title: 'A figure through the whole write path', data: [LARGE], measure: measureEntries },
  { letter: 'j', title: 'Sixty reporters at once', data: [LARGE], measure: measureCrowd },
  { letter: 'e', title: 'An import, the whole command', data: [DEMONSTRATION], measure: measureImport },
  { letter: 'l', title: 'A file of a hundred thousand rows through the page', data: [DEMONSTRATION], measure: measureUpload },
  { letter: 'g', title: 'People at work while a file is imported', data: [TENTH], measure: measureImportBesidePeople },
  { letter: 'h', title: 'Start, memory, weight of pages', data: [DEMONSTRATION], measure: measureStart },
  // Last, since it adopts versions of what the others measure.
  { letter: 'i', title: 'A strategy written and adopted, and a sign-in at the provider', data: [TENTH], measure: measureStrategist },
];

/** The letters of `--only c,d`; all without it. Throws when one is none. */
export function lettersOf(only) {
  const all = MEASURES.map(({ letter }) => letter);
  if (only === undefined) return all;
  const wanted = only.split(',').map((letter) => letter.trim());
  const unknown = wanted.filter((letter) => !all.includes(letter));
  if (unknown.length > 0) throw new Error(`There is no measure ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  return all.filter((letter) => wanted.includes(letter));
}
