import { type Localized } from '../language.js';
import { type Instant, type Period } from '../time/period.js';
import { type Measured, type Provenance, type Quality } from './value.js';

/** The current public revision of a figure: one period of one series. */
export type Observation = Measured & {
  readonly period: Period;
  readonly revision: number;
  readonly quality: Quality;
  /** Somebody answered why it is final though its period was not over when it was recorded. */
  readonly finalEarly?: boolean | undefined;
  readonly provenance: Provenance;
  /** How a derived or rounded value came about. */
  readonly provenanceNote?: string | undefined;
  /** Half the width of the 95 % interval of a survey value. */
  readonly margin?: number | undefined;
  readonly respondents?: number | undefined;
  /** What a share is made of, where it says so. */
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly source: string;
  /** The department that approved it, never a person. */
  readonly approvedBy?: Localized | undefined;
  readonly recordedAt: Instant;
};
