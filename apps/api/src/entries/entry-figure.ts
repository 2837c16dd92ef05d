import type { EntryFigure } from '@slusen/domain';
import type { ColumnsOf } from '../platform/columns-of.js';
import type { EntryRow } from './entry.row.js';

/** The columns that hold what an entry says, in the order of `figureParameters`. */
export const FIGURE_COLUMNS = [
  'value',
  'missing',
  'quality',
  'margin',
  'respondents',
  'comment',
  'source_note',
  'link',
  'answers',
  'reason',
  'provenance',
  'provenance_note',
  'calculation',
  'numerator',
  'denominator',
  'parts',
] as const satisfies readonly (keyof ColumnsOf<EntryRow>)[];

type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** What an entry says, as its row has it. */
export type FigureLine = Pick<ColumnsOf<EntryRow>, FigureColumn>;

/** A row's columns as the rules know them. */
export function figureOf(line: FigureLine): EntryFigure {
  return {
    value: line.value ?? undefined,
    missing: line.missing ?? undefined,
    quality: line.quality,
    margin: line.margin ?? undefined,
    respondents: line.respondents ?? undefined,
    comment: line.comment ?? undefined,
    sourceNote: line.source_note ?? undefined,
    link: line.link ?? undefined,
    answers: line.answers as EntryFigure['answers'],
    reason: line.reason ?? undefined,
    provenance: line.provenance ?? undefined,
    provenanceNote: line.provenance_note ?? undefined,
    calculation: line.calculation ?? undefined,
    numerator: line.numerator ?? undefined,
    denominator: line.denominator ?? undefined,
    parts: line.parts ?? undefined,
  };
}

/** What is written into the columns, in their order. */
export function figureParameters({ sourceNote, provenanceNote, answers, ...figure }: EntryFigure): unknown[] {
  const written: Record<FigureColumn, unknown> = {
    ...{ value: figure.value, missing: figure.missing, quality: figure.quality, margin: figure.margin, respondents: figure.respondents },
    ...{ comment: figure.comment, source_note: sourceNote, link: figure.link, answers: JSON.stringify(answers), reason: figure.reason },
    ...{ provenance: figure.provenance, provenance_note: provenanceNote, calculation: figure.calculation },
    ...{ numerator: figure.numerator, denominator: figure.denominator, parts: figure.parts && JSON.stringify(figure.parts) },
  };
  return FIGURE_COLUMNS.map((column) => written[column]);
}
