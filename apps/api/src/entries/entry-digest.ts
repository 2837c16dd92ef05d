import { periodCode, type Entry } from '@slusen/domain';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/**
 * SHA-256 over everything an entry says, as its audit event tells it: a draft is changed in its place, so this is how a change past the
 * program is found before somebody approves it. Only a digest, since comments are no facts of the trail.
 */
export function entryDigest({
  indicator,
  territory,
  breakdown,
  period,
  figure,
  returnedReason,
  returnedFigure,
}: Omit<EntryContent, 'period'> & Pick<Entry, 'period'>): string {
  return contentDigest({ indicator, territory, breakdown, period: periodCode(period), figure, returnedReason, returnedFigure });
}

/** What an entry says, whichever way it was read. */
export type EntryContent = Pick<Entry, 'indicator' | 'territory' | 'breakdown' | 'figure' | 'returnedReason' | 'returnedFigure'> & {
  readonly period: string;
};

export function contentDigest(content: EntryContent): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '', 'utf8')
    .digest('hex');
}
