import type { EntryView } from '@slusen/contracts';
import { entryActionsFor, periodCode, type EntryFigure, type Question } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { questionViews } from './plausibility.query.js';
import { replacedView } from './replaced-revision.js';
import type { StoredEntry } from './stored-entry.js';

/** What an entry is shown with beside itself. */
export interface ShownBeside {
  readonly indicator: Indicator;
  /** What is to be asked about the figure it holds now. */
  readonly asked: readonly Question[];
  /** Which parts would be kept back from the public now; only where that is wanted. */
  readonly keptBack?: ReadonlySet<string> | undefined;
}

const listed = (figure: EntryFigure) => ({ ...figure, answers: [...figure.answers], parts: figure.parts && [...figure.parts] });

/** An entry as its reporter or reviewer sees it. */
export function entryView(
  account: Account,
  { entry, territoryName, names, away, replaces }: StoredEntry,
  { indicator, asked, keptBack }: ShownBeside,
): EntryView {
  const { territory, breakdown, figure, events } = entry;
  const period = periodCode(entry.period);
  return {
    ...{ id: entry.id, version: entry.version, state: entry.state, period, breakdown },
    indicator: { slug: indicator.slug, name: indicator.name },
    unit: indicator.unit,
    decimals: indicator.rules.decimals,
    reporting: indicator.rules.reporting,
    isExample: indicator.isExample,
    territory: { code: territory, name: territoryName },
    ...listed(figure),
    ...(keptBack?.size ? { keptBack: [...keptBack] } : {}),
    attachments: [...(entry.attachments ?? [])],
    ...(entry.returnedReason ? { returnedReason: entry.returnedReason } : {}),
    ...(entry.returnedFigure ? { returnedFigure: listed(entry.returnedFigure) } : {}),
    questions: questionViews(asked, indicator),
    events: events.map(({ action, at, by, reason, value, missing }, step) => ({
      ...{ action, at, reason, value, missing },
      ...(away[step]?.length ? { inPlaceOf: [...away[step]] } : {}),
      by: names.get(by) ?? '',
      isOwn: by === account.id,
    })),
    actions: [...entryActionsFor(policyAccount(account), entry)],
    ...(replaces ? { replaces: replacedView(replaces, indicator) } : {}),
    updatedAt: events.at(-1)?.at ?? '',
  };
}
