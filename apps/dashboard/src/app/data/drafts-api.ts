import { inject, Injectable } from '@angular/core';
import type { DraftMeasurability, DraftPart, DraftPartHistory, NewStrategyDraft, StrategyDraft, StrategyDraftList, VersionComparisonView } from '@slusen/contracts';
import type { DraftStep } from '@slusen/domain';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

const DRAFTS = '/api/strategy-drafts';

/** Versions of the strategy that are being written. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class DraftsApi {
  private readonly client = inject(ApiClient);

  list(): Reading<StrategyDraftList> {
    return reading<StrategyDraftList>(() => DRAFTS);
  }

  draft(id: () => string): Reading<StrategyDraft> {
    return reading<StrategyDraft>(() => `${DRAFTS}/${encodeURIComponent(id())}`);
  }

  measurability(id: () => string): Reading<DraftMeasurability> {
    return reading<DraftMeasurability>(() => `${DRAFTS}/${encodeURIComponent(id())}/measurability`);
  }

  /** Beside the version of a number, else beside the one in force. */
  comparison(id: () => string, version: () => string | undefined): Reading<VersionComparisonView> {
    return reading<VersionComparisonView>(() => {
      const beside = version();
      return `${DRAFTS}/${encodeURIComponent(id())}/comparison${beside ? `?with=${encodeURIComponent(beside)}` : ''}`;
    });
  }

  again(id: number): Promise<StrategyDraft> {
    return this.client.get<StrategyDraft>(`${DRAFTS}/${id}`);
  }

  begin(draft: NewStrategyDraft, idempotencyKey: string): Promise<StrategyDraft> {
    return this.client.send<StrategyDraft>({ method: 'POST', path: DRAFTS, body: draft, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  /** Saves a part that was made from a revision (0: there was none); null takes it out. */
  save(id: number, key: string, { content, revision }: { content: DraftPart['content']; revision: number }): Promise<DraftPart> {
    return this.client.send<DraftPart>({
      method: 'PUT',
      path: `${DRAFTS}/${id}/parts/${key}`,
      body: { content },
      headers: { 'If-Match': `"${revision}"` },
    });
  }

  history(id: number, key: string): Promise<DraftPartHistory> {
    return this.client.get<DraftPartHistory>(`${DRAFTS}/${id}/parts/${key}/revisions`);
  }

  step({ id, version }: Pick<StrategyDraft, 'id' | 'version'>, step: DraftStep, idempotencyKey: string): Promise<StrategyDraft> {
    const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': idempotencyKey };
    return this.client.send<StrategyDraft>({ method: 'POST', path: `${DRAFTS}/${id}/steps`, body: { step }, headers });
  }
}
