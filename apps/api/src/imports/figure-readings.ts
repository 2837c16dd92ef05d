import { firstMonthPosition, type RoundedNumber } from '@slusen/domain';
import { readKind, readMargin, readMeasure, readRespondents, readShare, readValue, type Register } from './figure-row.js';
import type { Reading } from './reading.js';
import { areaOfRow } from './row-area.js';
import type { KnownIndicator, Limits } from './row-indicator.js';

/**
 * Numbers that every part of the program reads alike, digit by digit: at most fifteen digits, without spaces, signs or anything else
 * that the domain has a rule for. They are most of a file; all others are judged by the domain.
 */
export const PLAIN_NUMBER = '^-?[0-9]{1,9}([.,][0-9]{1,6})?$';

/** SQL: whether the row `w` says what its share is made of. */
export const SAYS_SHARE = `(w.numerator <> '' or w.denominator <> '')`;

/** What turned out about the file as a whole while its sayings were read. */
export interface Said {
  /** Limits of the indicators that are asked about outside of them, by the indicator's id. */
  readonly limits: ReadonlyMap<number, Limits>;
  /** Where the series of those indicators are cut: the position in months of the first period after. */
  readonly breaks: readonly { readonly id: number; readonly first: number }[];
  /** Some row says when it becomes public. */
  readonly hasTimes: boolean;
  /** Some period has not ended. */
  readonly hasUnended: boolean;
}

const NUMBER_COLUMN = { value: 'numeric(21,6)', is_rounded: 'boolean' };
/** Present or not is what counts beside the words; how much is read apart. */
const ANY = (column: string, something: string): string => `case when w.${column} = '' then '' else '${something}' end`;

/** The subjects that rows of figures speak of. */
export class FigureReadings {
  readonly all: readonly Reading[];
  readonly measure: Reading;
  readonly area: Reading;
  readonly kind: Reading;
  readonly share: Reading;
  private readonly limits = new Map<number, Limits>();
  private readonly cuts = new Map<number, KnownIndicator['breaks']>();
  private hasTimes = false;
  private hasUnended = false;
  private readonly toBeMade = new Map<string, number>();

  constructor(private readonly register: Register) {
    this.measure = this.measureReading();
    this.area = this.areaReading();
    this.kind = this.kindReading();
    this.share = shareReading(register);
    this.all = [this.measure, this.area, this.kind, this.share, ...numberReadings(register)];
  }

  get said(): Said {
    const breaks = [...this.cuts].flatMap(([id, cuts]) => cuts.map(({ firstPeriod }) => ({ id, first: firstMonthPosition(firstPeriod) })));
    return { limits: this.limits, breaks, hasTimes: this.hasTimes, hasUnended: this.hasUnended };
  }

  private measureReading(): Reading {
    return {
      table: 'reading_measure',
      cells: ['w.indicator', 'w.unit', 'w.period'],
      where: 'true',
      columns: {
        ...{ indicator_id: 'integer', slug: 'text', cadence: 'text', period: 'text', period_end: 'integer' },
        ...{ has_ended: 'boolean', decimals: 'integer' },
      },
      read: ([indicator = '', unit = '', text = '']) => {
        const { id, limits, breaks, periodEnd, hasEnded, ...measure } = readMeasure(0, { indicator, unit, period: text }, this.register);
        if (id !== undefined && limits) this.limits.set(id, limits);
        if (id !== undefined) this.cuts.set(id, breaks);
        this.hasUnended ||= !hasEnded;
        const indicatorId = id ?? this.idToBeMade(`indicator ${measure.slug}`);
        return { ...measure, indicator_id: indicatorId, period_end: periodEnd, has_ended: hasEnded };
      },
    };
  }

  private areaReading(): Reading {
    return {
      table: 'reading_area',
      cells: ['w.municipality_code', 'w.municipality', 'w.municipality_kind'],
      where: 'true',
      columns: { territory_id: 'integer', code: 'text', name: 'text' },
      read: ([written = '', name = '', kind = '']) => {
        const said = { municipality_code: written, municipality: name, municipality_kind: kind };
        const code = areaOfRow(0, said, this.register);
        return { territory_id: this.register.territories.get(code)?.id ?? this.idToBeMade(`area ${code}`), code, name };
      },
    };
  }

  private kindReading(): Reading {
    return {
      table: 'reading_kind',
      cells: [
        ...['w.missing', 'w.quality', 'w.provenance', 'w.publish_at'],
        ...[ANY('provenance_note', '-'), ANY('value', '0'), ANY('margin', '0'), ANY('respondents', '0')],
      ],
      where: 'true',
      columns: { missing: 'text', quality: 'text', provenance: 'text', publish_at: 'timestamptz' },
      read: ([missing = '', quality = '', provenance = '', time = '', note = '', value = '', margin = '', respondents = '']) => {
        const words = { missing, quality, provenance, provenance_note: note, publish_at: time };
        const { publishAt, ...kind } = readKind(0, { ...words, value, margin, respondents }, this.register);
        this.hasTimes ||= publishAt !== undefined;
        return { ...kind, publish_at: publishAt };
      },
    };
  }

  /** What is not there yet is told apart by numbers below zero until it is made. */
  private idToBeMade(key: string): number {
    const id = this.toBeMade.get(key) ?? -1 - this.toBeMade.size;
    this.toBeMade.set(key, id);
    return id;
  }
}

/** What shares are made of, where they say so: few files do. */
function shareReading(register: Register): Reading {
  return {
    table: 'reading_share',
    cells: ['w.indicator', 'w.unit', 'w.period', 'w.value', 'w.numerator', 'w.denominator'],
    where: SAYS_SHARE,
    columns: { numerator: 'numeric(21,6)', denominator: 'numeric(21,6)' },
    read: ([indicator = '', unit = '', period = '', value = '', numerator = '', denominator = '']) => ({
      ...readShare(0, { indicator, unit, period, value, numerator, denominator }, register),
    }),
  };
}

function numberReadings(register: Register): Reading[] {
  const reading = (column: string, where: string, read: (text: string) => Partial<RoundedNumber>): Reading => ({
    table: `reading_${column}`,
    cells: [`w.${column}`],
    where,
    columns: NUMBER_COLUMN,
    read: ([text = '']) => {
      const { value, isRounded = false } = read(text);
      return { value, is_rounded: isRounded };
    },
  });
  return [
    reading('value', `w.value <> '' and w.value !~ '${PLAIN_NUMBER}'`, (text) => readValue({ row: 0, column: 'value' }, text, register)),
    reading('margin', `w.margin <> ''`, (text) => readMargin(0, text, register)),
    reading('respondents', `w.respondents <> ''`, (text) => readRespondents(0, text)),
  ];
}
