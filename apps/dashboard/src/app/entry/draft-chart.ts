import type { ChartSource } from '@slusen/charts/source';
import type { EntryForm } from '@slusen/contracts';
import { textIn, type Language } from '@slusen/domain';
import { goalPaths } from './goal-paths.js';

/** The new value among the ones before it; the approved value of its own period stays out while there is a new one. */
export function draftChart(form: EntryForm, value: number | undefined, language: Language): ChartSource {
  const { indicator, history, period, reporting } = form;
  return {
    indicator: { ...indicator, reporting },
    points: value === undefined ? history : history.filter((point) => point.period !== period),
    target: drawnPath(form)?.target,
    draft: value === undefined ? undefined : { period, value },
    subtitle: draftTitle(form, language),
  };
}

/** The path that is drawn beside a new value: one about single values, of the first goal that has such a one. */
export function drawnPath(form: Pick<EntryForm, 'goals'>) {
  return goalPaths(form, 'value').at(0);
}

/** What stands above the chart of a new value, with whose path is drawn where there are several. */
export function draftTitle(form: Pick<EntryForm, 'goals'>, language: Language): string {
  const goal = drawnPath(form)?.goal;
  return goal
    ? $localize`:@@editor.chart-of-goal:Det nya värdet bland de tidigare, med målbanan för målet ${textIn(goal, language).text}:goal:`
    : $localize`:@@editor.chart:Det nya värdet bland de tidigare`;
}
