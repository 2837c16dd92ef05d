import type { ChartSource } from '@slusen/charts/source';
import type { EntryForm } from '@slusen/contracts';

/** The new value among the ones before it; the approved value of its own period stays out while there is a new one. */
export function draftChart({ indicator, history, target, period, reporting }: EntryForm, value: number | undefined): ChartSource {
  return {
    indicator: { ...indicator, reporting },
    points: value === undefined ? history : history.filter((point) => point.period !== period),
    target: target?.measure === 'value' ? target : undefined,
    draft: value === undefined ? undefined : { period, value },
    subtitle: $localize`:@@editor.chart:Det nya värdet bland de tidigare`,
  };
}
