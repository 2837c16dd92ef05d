import { periodCode, type Entry, type EntryAttachment } from '@slusen/domain';
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
  attachments,
}: Omit<EntryContent, 'period' | 'files'> & Pick<Entry, 'period' | 'attachments'>): string {
  return contentDigest({
    indicator,
    territory,
    breakdown,
    period: periodCode(period),
    figure,
    returnedReason,
    returnedFigure,
    files: filesOf(attachments),
  });
}

/** What an entry says, whichever way it was read. */
export type EntryContent = Pick<Entry, 'indicator' | 'territory' | 'breakdown' | 'figure' | 'returnedReason' | 'returnedFigure'> & {
  readonly period: string;
  /** What it rests on, in the order in which the files came; nothing where there are none. */
  readonly files?: readonly FileDigest[] | undefined;
};

type FileDigest = Pick<EntryAttachment, 'name' | 'sha256'>;

/** What was taken away is gone with the next step, and nothing rests on it. */
function filesOf(attachments: Entry['attachments'] = []): readonly FileDigest[] | undefined {
  const kept = attachments.filter(({ isRemoved }) => !isRemoved).map(({ name, sha256 }) => ({ name, sha256 }));
  return kept.length > 0 ? kept : undefined;
}

export function contentDigest(content: EntryContent): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '', 'utf8')
    .digest('hex');
}
