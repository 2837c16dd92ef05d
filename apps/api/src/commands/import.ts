import 'reflect-metadata';
import { FILE_QUESTIONS, MISSING_KINDS, PROVENANCES, QUALITIES, type FileQuestion } from '@slusen/domain';
import { stat } from 'node:fs/promises';
import { actingNow } from '../identity/acting.js';
import { ImportFigures } from '../imports/import-figures.js';
import type { ImportResult, ImportStage } from '../imports/import-order.js';
import type { MappingWish } from '../imports/mapping/mapped-records.js';
import { MappingSentence, MARK_MEANINGS, wishOf, type MappingWords } from '../imports/mapping/mapping-words.js';
import { noteText } from '../imports/readers/file-note.js';
import { AccountQuery } from '../identity/account.query.js';
import { Moments } from '../platform/moments.js';
import { withApplication, withDatabase } from './console/application.js';
import { oneFile, readArguments, runCommand, type Command } from './console/command.js';
import { withProgress } from './console/progress.js';
import { CommandError } from './console/sentences.js';

const OPTIONS = {
  source: { type: 'string' },
  sheet: { type: 'string' },
  map: { type: 'string', multiple: true },
  say: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  mark: { type: 'string', multiple: true },
  'new-indicators': { type: 'boolean', default: false },
  'new-areas': { type: 'boolean', default: false },
  accept: { type: 'string' },
  round: { type: 'boolean', default: false },
  reason: { type: 'string' },
  'approved-by': { type: 'string' },
} as const;

const HELP = `
Reads figures from a CSV file (comma, semicolon or tab, also after a line sep=; UTF-8, UTF-16 or Windows-1252; a header) or from a sheet of a workbook
(.xlsx), a PX file or a dataset of JSON-stat 2: all of them or nothing; the same file again changes nothing. What kind a file is, is seen from what it
holds, not from its name. The two files that every indicator's page gives away are read too.
Ctrl+C stops it, and nothing of it is stored.

  FILE                   the figures, one row each, with the columns below
  --source NAME          who the figures come from, as it is shown beside the run
  --sheet NAME           the sheet that is meant, where several of a workbook have something in them
  --approved-by ACCOUNT  the reviewer (for all departments) who answers for the file
  --new-areas            make the areas that are not there yet
  --new-indicators       make the indicators that are not there yet; give them their definition, direction, calendar and decimals
                         afterwards with a strategy file (npm run strategy:import -- --help)
  --accept KINDS         what the entry form would ask about, and is right in this file: one or more of ${Object.keys(FILE_QUESTIONS).join(',')}
                           early     final figures of periods that have not ended
                           jump      values a hundredfold of the one beside them, or a hundredth
                           decimals  more decimals than the indicator has
                           limits    values outside the limits of the indicator
  --round                round numbers with more than six decimals (517799.99999999994), and say how many there were
  --reason TEXT          why published figures change, where they do

Where the columns of a file are called otherwise (they always are in PX and JSON-stat) they are supposed from their names, and from what the
file says of them; a table whose headings are periods gives a figure for each. What cannot be told is asked for; each of these may be
given several times:
  --map COLUMN=HEADING   where one of the columns below stands; period=YEAR+PART where the quarter stands apart, breakdown=SEX+AGE
                         for several together
  --say COLUMN=TEXT      what holds for all rows
  --only HEADING=TEXT    only the rows that say this under that heading
  --mark MARK=MEANING    what a mark in the place of a value means:
                         ${MARK_MEANINGS.join(', ')}

Columns that every file has:
  municipality_code   the code of the area: 0884, 0884-tuna, 0000 for the country; may be left out where its name says which one it is
  municipality        its name; may be left out beside its code
  indicator           the name or the slug of the indicator
  period              2026-M09, 2026-Q3, 2026-T2, 2026-H1 or 2026; 2026K3, 2026 kv 3, 2026Q3, 2026M09, 2026T2 and 2026H1 too
  value               the number, with a decimal comma or point; empty when there is none (then missing says why)
  unit                the unit of the indicator
  source              where this figure comes from

Columns that a file may have:
  quality             ${QUALITIES.join(', ')}; left out: final; of a period that goes on preliminary or estimated;
                      says nothing where there is no value
  provenance          ${PROVENANCES.join(', ')}; left out: exact; where there is no value only example says anything
  provenance_note     how it was derived
  missing             ${MISSING_KINDS.join(', ')}
  margin              half the width of a survey's 95 % interval
  respondents         how many answered
  numerator           of a value in per cent: what the share counts, beside
  denominator         what it is a share of
  municipality_kind   which of two areas of one name it is: municipality, locality, comparison or country
  breakdown           what part of the whole it is about
  publish_at          when it becomes public: 2026-09-30 or 2026-09-30T08:00:00Z
`;

const DOING: Readonly<Record<ImportStage, string>> = {
  read: 'Reading the file:',
  check: 'Checking',
  compare: 'Comparing with what is there:',
  publish: 'Publishing',
};

/** Reads a file of figures: everything or nothing; the same file again changes nothing. */
export const importCommand: Command = {
  usage:
    'npm run import -- FILE --source NAME --approved-by ACCOUNT [--new-indicators] [--new-areas] [--accept KINDS] [--round] [--reason TEXT]\n' +
    '       [--sheet NAME] [--map COLUMN=HEADING] [--say COLUMN=TEXT] [--only HEADING=TEXT] [--mark MARK=MEANING]',
  help: HELP,
  async run({ args, config, terminal }) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const path = oneFile(positionals);
    const source = required(values.source, '--source');
    const username = required(values['approved-by'], '--approved-by');
    if (!(await stat(path)).isFile()) throw new CommandError(`${path} is not a file.`);
    const order = {
      mapping: wished(values),
      ...{ path, sheet: values.sheet, source, round: values.round, reason: values.reason?.trim() || undefined },
      mayCreate: { indicators: values['new-indicators'], areas: values['new-areas'] },
      accept: acceptedKinds(values.accept),
    };
    const start = Date.now();
    const result = await withDatabase(config, (database) =>
      withApplication(config, database, async (app) => {
        const acting = actingNow(await app.get(AccountQuery).named(username), app.get(Moments));
        let doing = 'Reading the file';
        const onProgress = (stage: ImportStage, rows: number): void => void (doing = `${DOING[stage]} ${rows.toLocaleString('en')} rows`);
        return withProgress(
          terminal,
          () => doing,
          () => app.get(ImportFigures).import(acting, { ...order, onProgress }),
        );
      }),
    );
    for (const line of linesOf(result, Date.now() - start)) terminal.say(line);
    return 0;
  },
};

function required(value: string | undefined, option: string): string {
  if (!value?.trim()) throw new CommandError(`${option} is missing.`, { isMisuse: true });
  return value.trim();
}

function wished(words: MappingWords): MappingWish | undefined {
  try {
    return wishOf(words);
  } catch (error) {
    throw error instanceof MappingSentence ? new CommandError(error.message, { isMisuse: true }) : error;
  }
}

const KINDS = Object.keys(FILE_QUESTIONS) as FileQuestion[];

/** The kinds that `--accept early,jump` names. */
function acceptedKinds(written: string | undefined): ReadonlySet<FileQuestion> {
  const words = (written ?? '').split(',').map((word) => word.trim());
  const unknown = words.filter((word) => word !== '' && !KINDS.some((kind) => kind === word));
  if (unknown.length > 0 || (written !== undefined && words.every((word) => word === '')))
    throw new CommandError(`--accept takes one or more of ${KINDS.join(', ')}, with commas between.`, { isMisuse: true });
  return new Set(KINDS.filter((kind) => words.includes(kind)));
}

function* linesOf(
  { rows, rounded, notes, added, changed, unchanged, newIndicators, newAreas }: ImportResult,
  ms: number,
): Generator<string> {
  yield `${rows} rows in ${(ms / 1000).toFixed(1)} s: ${added} new, ${changed} changed, ${unchanged} unchanged, 0 refused.`;
  for (const note of notes) yield noteText(note);
  if (rounded > 0) yield `Rounded to six decimals: ${rounded} ${rounded === 1 ? 'row' : 'rows'}.`;
  if (newIndicators.length > 0) yield `New indicators (${newIndicators.length}): ${newIndicators.join(', ')}.`;
  if (newAreas.length > 0) yield `New areas (${newAreas.length}): ${newAreas.join(', ')}.`;
  if (added + changed === 0) yield 'Nothing changed, so no import run was recorded.';
}

if (import.meta.main) await runCommand(importCommand);
