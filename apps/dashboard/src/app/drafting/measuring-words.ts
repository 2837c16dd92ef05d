import type { DraftMeasuring } from '@slusen/contracts';

/** What each kind of target is called. */
export const kindWords = (): Readonly<Record<DraftMeasuring['kind'], string>> => ({
  none: $localize`:@@measuring.kind-none:inget målvärde än`,
  point: $localize`:@@measuring.kind-point:ett värde att nå`,
  band: $localize`:@@measuring.kind-band:ett intervall att hålla sig inom`,
});

/** What is compared with it. */
export const measureWords = (): Readonly<Record<DraftMeasuring['measure'], string>> => ({
  value: $localize`:@@measuring.measure-value:värdet för perioden`,
  'rolling-12-months': $localize`:@@measuring.measure-rolling:de senaste tolv månaderna`,
});

/** What the way to it looks like. */
export const pathWords = (): Readonly<Record<DraftMeasuring['path'], string>> => ({
  linear: $localize`:@@measuring.path-linear:jämnt, lite i taget`,
  step: $localize`:@@measuring.path-step:i steg, vid varje delmål`,
});
