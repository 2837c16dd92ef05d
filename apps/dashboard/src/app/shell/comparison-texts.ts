import type { ComparedSide, DecidedIn } from '@slusen/contracts';
import { dateLabel, decidedText, textIn, type ComparedText, type Language, type PlaceChange } from '@slusen/domain';

const PLACES: Readonly<Record<PlaceChange, () => string>> = {
  added: () => $localize`:@@comparison.place.added:nytt`,
  removed: () => $localize`:@@comparison.place.removed:borttaget`,
  moved: () => $localize`:@@comparison.place.moved:flyttat`,
  reordered: () => $localize`:@@comparison.place.reordered:annan plats i ordningen`,
  kept: () => $localize`:@@comparison.place.kept:ändrat`,
};

/** What became of an area or a goal: "flyttat". */
export function placeText(change: PlaceChange): string {
  return PLACES[change]();
}

const FIELDS: Readonly<Record<ComparedText, () => string>> = {
  name: () => $localize`:@@comparison.field.name:Namn`,
  purpose: () => $localize`:@@comparison.field.purpose:Syfte`,
  shortName: () => $localize`:@@comparison.field.short-name:Kort namn`,
  description: () => $localize`:@@comparison.field.description:Beskrivning`,
  deliberatelyNotMeasured: () => $localize`:@@comparison.field.unmeasured:Varför målet inte mäts`,
};

/** Which text it is: "Beskrivning". */
export function comparedFieldText(field: ComparedText): string {
  return FIELDS[field]();
}

const CHANGES: Readonly<Record<'added' | 'removed' | 'reworded', () => string>> = {
  added: () => $localize`:@@comparison.added:tillkommer`,
  removed: () => $localize`:@@comparison.removed:tas bort`,
  reworded: () => $localize`:@@comparison.reworded:ny anmärkning`,
};

/** What became of a role or an indicator: "tillkommer". */
export function changeText(change: 'added' | 'removed' | 'reworded'): string {
  return CHANGES[change]();
}

/** Which of the two it is, and as of when: "Version 1, kommunfullmäktige 12 juni 2023, § 12 (som den lyder nu)", or a draft by its title. */
export function sideText({ decided, draft, readOn }: ComparedSide, language: Language): string {
  if (draft !== undefined) return $localize`:@@comparison.draft:Utkastet ${draft}:title:`;
  if (!decided) return $localize`:@@comparison.nothing-before:Ingen version`;
  const version = decisionText(decided, language);
  if (readOn === undefined) return $localize`:@@comparison.as-now:${version}:version: (som den lyder nu)`;
  return $localize`:@@comparison.as-it-ceased:${version}:version: (som den löd när den upphörde att gälla den ${dateLabel(readOn, language)}:day:)`;
}

/** Which version it is and by which decision: "Version 1, kommunfullmäktige 12 juni 2023, § 12". */
export function decisionText(decided: DecidedIn, language: Language): string {
  const day = decidedText(decided);
  const by = [textIn(decided.body, language).text, day && textIn(day, language).text].filter(Boolean).join(' ');
  return [$localize`:@@comparison.version:Version ${decided.version}:number:`, by, decided.paragraph, decided.dnr]
    .filter(Boolean)
    .join(', ');
}
