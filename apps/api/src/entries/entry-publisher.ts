import { Injectable } from '@nestjs/common';
import { publishedParts, publishedProvenance, WHOLE, type Entry, type Instant, type MissingKind, type Period } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import type { Indicator } from '../indicators/indicator.js';
import { ObservationRepository, type ApprovedFigure } from '../observations/observation.repository.js';
import { Publications } from '../observations/publications.js';
import { RoundMemory } from '../rounds/round-memory.js';
import type { ReplacedRevision } from './replaced-revision.js';
import { KeptBackQuery } from './kept-back.query.js';
import type { StoredEntry } from './stored-entry.js';

/** On which terms a figure is taken: whether it comes after its time, and from when on it is public. */
export interface PublicationTerms {
  readonly locked: boolean;
  readonly publicFrom: Instant;
}

/** Until when a figure would wait if it were approved on these terms: as long as its round says, or what it replaces; undefined for one that is public at once. */
export function waitsUntil(
  publicFrom: Instant,
  replaces: Pick<ReplacedRevision, 'publishAt'> | undefined,
  now: Instant,
): Instant | undefined {
  const from = publicAt(publicFrom, replaces);
  return from.getTime() > Date.parse(now) ? from.toISOString() : undefined;
}

/** What replaces a figure that still waits for its time waits as long. */
function publicAt(publicFrom: Instant, replaces: Pick<ReplacedRevision, 'publishAt'> | undefined): Date {
  return new Date(Math.max(Date.parse(publicFrom), Date.parse(replaces?.publishAt ?? publicFrom)));
}

/** What is published. */
interface Publishing extends Pick<PublicationTerms, 'publicFrom'> {
  readonly stored: StoredEntry;
  readonly indicator: Indicator;
}

/** The same without its value and all that tells of it. */
function withoutValue(figure: ApprovedFigure, missing: MissingKind | undefined): ApprovedFigure {
  const { value: _, margin: __, respondents: ___, numerator: ____, denominator: _____, ...rest } = figure;
  return { ...rest, missing };
}

/** Turns an approved entry into the next revision of its figure. */
@Injectable()
export class EntryPublisher {
  constructor(
    private readonly observations: ObservationRepository,
    private readonly publications: Publications,
    private readonly rounds: RoundMemory,
    private readonly keptBack: KeptBackQuery,
  ) {}

  /** Which terms the round of a figure sets, if one asks for it. Ask before a transaction begins. */
  async terms({ asOf, at }: Pick<Acting, 'asOf' | 'at'>): Promise<(period: Period, indicator: Indicator) => PublicationTerms> {
    const rounds = await this.rounds.byDay(asOf);
    return (period, { rules }) => ({
      locked: rounds.isLocked(period, rules, asOf.today),
      publicFrom: rounds.publicFrom(period, rules, at),
    });
  }

  /**
   * Appends the revision and tells other processes with the commit; the caller holds the series' lock.  Gives the revision's number.
   */
  async publish(entry: Entry, { stored, indicator, publicFrom }: Publishing): Promise<number> {
    const hidden = await this.keptBack.of(stored, indicator);
    const figure = this.approved(entry, { stored, indicator, publicFrom });
    const revision = await this.observations.append(stored.series.id, hidden.has(WHOLE) ? withoutValue(figure, 'confidential') : figure);
    await this.publishParts(entry, { indicator, figure, hidden });
    await this.publications.tellOthers({ indicators: [indicator.slug] });
    return revision;
  }

  /** What is published of an entry, before anything is kept back. */
  private approved({ figure, ...entry }: Entry, { stored, indicator, publicFrom }: Publishing): ApprovedFigure {
    return {
      ...figure,
      period: entry.period,
      provenance: publishedProvenance(figure, { isExample: indicator.isExample, replaces: stored.replaces }),
      source: figure.sourceNote ?? indicator.source.name,
      entryId: entry.id,
      departmentId: indicator.owner?.id,
      finalEarly: figure.quality === 'final' && figure.answers.some(({ kind }) => kind === 'early') ? true : undefined,
      publishAt: publicAt(publicFrom, stored.replaces),
    };
  }

  /** Each part a series of its own, which says nothing new where nothing is. A part has neither margin nor respondents of its own. */
  private async publishParts(
    { territory, figure: entered }: Entry,
    {
      indicator,
      figure,
      hidden,
    }: Pick<Publishing, 'indicator'> & { readonly figure: ApprovedFigure; readonly hidden: ReadonlySet<string> },
  ): Promise<void> {
    for (const { part, value, missing } of publishedParts(entered, indicator.breakdown, hidden)) {
      const seriesId = await this.observations.lockSeries({ indicatorId: indicator.id, territory, breakdown: part });
      if (seriesId === undefined) throw new Error('A part is of the place of its whole');
      const alone = withoutValue(figure, missing);
      await this.observations.appendChange(seriesId, { ...alone, value });
    }
  }

  /** Tells this process, after the commit, that pages about the indicator are out of date. */
  announce(indicator: string): void {
    this.publications.announce({ indicators: [indicator] });
  }
}
