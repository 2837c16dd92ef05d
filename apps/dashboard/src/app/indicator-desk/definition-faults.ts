import type { Problem } from '@slusen/contracts';
import { PLACES } from './definition-text.js';

/** What is wrong at a place, by the code of the rule; what has none of its own is not rightly filled in. */
const TEXTS: Readonly<Record<string, () => string>> = {
  'text.empty': () => $localize`:@@fault.empty:Skriv något här.`,
  'text.too-long': () => $localize`:@@fault.too-long:Texten är för lång.`,
  'slug.malformed': () => $localize`:@@fault.slug:Bara små bokstäver a–z, siffror och enkla bindestreck.`,
  'period.unknown': () => $localize`:@@fault.period:Skriv en period, till exempel 2026 eller 2026-Q3.`,
  'period.wrong-cadence': () => $localize`:@@fault.cadence:Perioden är av ett annat slag än dem som mäts.`,
  'reference.unknown': () => $localize`:@@fault.reference:Det finns inget med det namnet.`,
  'name.repeated': () => $localize`:@@fault.repeated:Samma står här två gånger.`,
  'url.malformed': () => $localize`:@@fault.url:Skriv en adress som börjar med https://.`,
  'ending.replaced-by-itself': () => $localize`:@@fault.itself:Den kan inte ersättas av sig själv.`,
  'balance.of-itself': () => $localize`:@@fault.balance-itself:Den är inte en del av sin egen period. Välj perioden före.`,
  'balance.other-cadence': () => $localize`:@@fault.balance-cadence:Den mäts inte lika ofta.`,
  'formula.two-parts': () => $localize`:@@fault.two-parts:En andel, och ett tal per tusen invånare, räknas av just två indikatorer.`,
  'formula.circle': () => $localize`:@@fault.circle:Det går runt: den räknas själv fram av det här.`,
  'formula.other-cadence': () => $localize`:@@fault.other-cadence:Den mäts inte lika ofta.`,
  'formula.other-reporting': () => $localize`:@@fault.other-reporting:Den ena redovisar perioden för sig, den andra året hittills.`,
  'formula.does-not-add-up': () => $localize`:@@fault.adds-up:Andelar kan inte summeras.`,
  'formula.part-of': () => $localize`:@@fault.part-of:En annan indikator räknas fram av den här och mäts inte så ofta.`,
  'breakdown.groups-of-ages-only': () => $localize`:@@fault.groups-ages:Grupper anges bara för ålder.`,
  'breakdown.two-groups': () => $localize`:@@fault.two-groups:Skriv minst två åldersgrupper.`,
  'breakdown.whole-as-group': () => $localize`:@@fault.whole-group:Totalen är ingen grupp; den fylls alltid i.`,
  'breakdown.computed': () => $localize`:@@fault.computed-parts:Den räknas fram av andra och fylls inte i.`,
  'breakdown.people-are-whole': () => $localize`:@@fault.whole-people:Personer räknas i hela tal: inga decimaler när den delas upp.`,
  'breakdown.beside-localities': () =>
    $localize`:@@fault.people-localities:Personer kan inte också delas upp på orter: då går det att räkna ut de få.`,
  'breakdown.year-to-date': () =>
    $localize`:@@fault.people-so-far:Personer redovisas för perioden: av året hittills går det att räkna ut de få.`,
  'indicator.min-above-max': () => $localize`:@@fault.min-max:Det högsta är lägre än det lägsta.`,
  'indicator.years-only-when-irregular': () => $localize`:@@fault.years:År anges bara för det som mäts vissa år.`,
  'indicator.years-not-in-order': () => $localize`:@@fault.years-order:Skriv åren i ordning.`,
  'indicator.year-to-date-within-a-year-only': () => $localize`:@@fault.year-to-date:Det som mäts en gång om året redovisas för sig.`,
};

/** What is said of each place that is needed and empty. */
export function faultsOfMissing(places: readonly string[]): ReadonlyMap<string, string> {
  return new Map(places.map((place) => [place, TEXTS['text.empty']?.() ?? '']));
}

/** The place of the form: of something with several places, as a text that is missing in every language, the first of them. */
function placeOf(path: string): string {
  const place = path.replace(/^definition\./, '').replace(/(\.\d+)+(\..*)?$/, '');
  return PLACES.find((one) => one === place || one.startsWith(`${place}.`)) ?? place;
}

/** What the API found wrong, by the place of the form; a fault within a list is the list's. */
export function faultsIn(problem: Problem | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, message } of problem?.errors ?? []) {
    const place = placeOf(path);
    const text = TEXTS[message]?.() ?? $localize`:@@fault.other:Det här är inte rätt ifyllt.`;
    if (!found.has(place)) found.set(place, text);
  }
  return found;
}
