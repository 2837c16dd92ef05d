import type { MeasurabilityFindingView } from '@slusen/contracts';
import { parsePeriod, periodLabel, textIn, type Language, type MeasurabilityGap } from '@slusen/domain';

const GAPS: Readonly<Record<MeasurabilityGap, () => string>> = {
  measure: () => $localize`:@@measurability.gap.measure:Indikator, eller skäl till att målet inte mäts`,
  indicator: () => $localize`:@@measurability.gap.indicator:Indikatorn finns inte`,
  target: () => $localize`:@@measurability.gap.target:Målvärde med årtal`,
  baseline: () => $localize`:@@measurability.gap.baseline:Utgångsvärde`,
  unit: () => $localize`:@@measurability.gap.unit:Enhet`,
  direction: () => $localize`:@@measurability.gap.direction:Riktning`,
  source: () => $localize`:@@measurability.gap.source:Källa`,
  owner: () => $localize`:@@measurability.gap.owner:Ansvarig`,
  reporter: () => $localize`:@@measurability.gap.reporter:Någon som rapporterar`,
  reviewer: () => $localize`:@@measurability.gap.reviewer:Någon annan som granskar`,
  cadence: () => $localize`:@@measurability.gap.cadence:När den mäts`,
  influence: () => $localize`:@@measurability.gap.influence:Rådighet`,
  'series-break': () => $localize`:@@measurability.gap.series-break:Brott i serien efter utgångsvärdet`,
  'source-ended': () => $localize`:@@measurability.gap.source-ended:Källan upphör före målåret`,
};

/** What is missing, as people call it: "Målvärde med årtal". */
export function gapText(gap: MeasurabilityGap): string {
  return GAPS[gap]();
}

/** The same with when, and what goes on instead: "Källan upphör före målåret (sista värde 2029, ersätts av Medborgarpanel)". */
export function findingText({ gap, period, replacedBy }: MeasurabilityFindingView, language: Language): string {
  const when = period && periodLabel(parsePeriod(period), language);
  const name = replacedBy && textIn(replacedBy.name, language).text;
  const more = [
    when &&
      (gap === 'series-break'
        ? $localize`:@@measurability.from:från ${when}:when:`
        : $localize`:@@measurability.last:sista värde ${when}:when:`),
    name && $localize`:@@measurability.replaced:ersätts av ${name}:name:`,
  ].filter(Boolean);
  return more.length > 0 ? `${gapText(gap)} (${more.join(', ')})` : gapText(gap);
}

/** "34 av 41 mätbara". */
export function countText({ measurable, total }: { readonly measurable: number; readonly total: number }): string {
  return $localize`:@@measurability.count:${measurable}:measurable: av ${total}:total: mätbara`;
}
