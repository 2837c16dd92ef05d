import type { OwnIndicator } from '@slusen/contracts';

/** Where the figure of an indicator that matters most now is entered or corrected. */
export interface OwnForm {
  readonly verb: 'enter' | 'go-on' | 'make-final' | 'correct';
  readonly period: string;
  readonly link: readonly string[];
  readonly query: { readonly omrade?: string; readonly uppdelning?: string };
}

const VERBS: Partial<Record<OwnIndicator['state'], OwnForm['verb']>> = { due: 'enter', overdue: 'enter', preliminary: 'make-final' };

/** The form of what is asked for; else that of the latest figure, to correct it; none for whoever only reviews, or where there is no figure. */
export function ownForm({ slug, reports, state, task, latest }: OwnIndicator): OwnForm | undefined {
  if (!reports) return undefined;
  if (task) {
    const query = { omrade: task.territory.code, ...(task.breakdown ? { uppdelning: task.breakdown } : {}) };
    return { verb: VERBS[state] ?? 'go-on', period: task.period, link: ['/inmatning', slug, task.period], query };
  }
  return correction({ slug, reports, latest });
}

/** The form in which the latest figure is corrected. */
export function correction({ slug, reports, latest }: Pick<OwnIndicator, 'slug' | 'reports' | 'latest'>): OwnForm | undefined {
  return reports && latest ? { verb: 'correct', period: latest.period, link: ['/inmatning', slug, latest.period], query: {} } : undefined;
}
