import { inject, Injectable } from '@angular/core';
import type {
  BreakDecision,
  BreakInForce,
  BreaksInForce,
  DefinitionInForce,
  DefinitionRevision,
  IndicatorRegister,
  NewIndicator,
  PointNoteInForce,
  PointNotesInForce,
  PointNoting,
} from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

const PATH = '/api/admin/indicators';
const pathOf = (slug: string): string => `${PATH}/${encodeURIComponent(slug)}`;

/** From which revision a change was made, and its name for what it wants done. */
export interface ChangeOf {
  readonly revision: number;
  readonly key: string;
}

const headersOf = ({ revision, key }: ChangeOf) => ({ 'If-Match': `"${revision}"`, 'Idempotency-Key': key });

/** Definitions of indicators, breaks of their series and notes on single values, as they are kept. Readings need an injection context. */
@Injectable({ providedIn: 'root' })
export class IndicatorDeskApi {
  private readonly client = inject(ApiClient);
  /** The list as a file for Excel. */
  readonly file = `${PATH}.csv`;

  register(): Reading<IndicatorRegister> {
    return reading<IndicatorRegister>(() => PATH);
  }

  definition(slug: () => string | undefined): Reading<DefinitionInForce> {
    return reading<DefinitionInForce>(() => {
      const wanted = slug();
      return wanted === undefined ? undefined : `${pathOf(wanted)}/definition`;
    });
  }

  breaks(slug: () => string): Reading<BreaksInForce> {
    return reading<BreaksInForce>(() => `${pathOf(slug())}/breaks`);
  }

  notes(slug: () => string): Reading<PointNotesInForce> {
    return reading<PointNotesInForce>(() => `${pathOf(slug())}/notes`);
  }

  readDefinition(slug: string): Promise<DefinitionInForce> {
    return this.client.get<DefinitionInForce>(`${pathOf(slug)}/definition`);
  }

  add(indicator: NewIndicator, key: string): Promise<DefinitionInForce> {
    return this.client.send({ method: 'POST', path: PATH, body: indicator, headers: { 'Idempotency-Key': key } });
  }

  revise(slug: string, sent: DefinitionRevision, of: ChangeOf): Promise<DefinitionInForce> {
    return this.client.send({ method: 'PUT', path: `${pathOf(slug)}/definition`, body: sent, headers: headersOf(of) });
  }

  decideBreak(place: { slug: string; period: string }, sent: BreakDecision, of: ChangeOf): Promise<BreakInForce> {
    return this.client.send({ method: 'PUT', path: `${pathOf(place.slug)}/breaks/${place.period}`, body: sent, headers: headersOf(of) });
  }

  annotate(place: { slug: string; period: string }, sent: PointNoting, of: ChangeOf): Promise<PointNoteInForce> {
    return this.client.send({ method: 'PUT', path: `${pathOf(place.slug)}/notes/${place.period}`, body: sent, headers: headersOf(of) });
  }
}
