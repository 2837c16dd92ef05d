import { Component, computed, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MaskFinding, MaskPlace } from '@slusen/contracts';
import { formatNumber, maskPlaceText, parsePeriod, periodLabel, type Language } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** A place that can be chosen: what it shows where that may be told, and what was decided about it. */
export type ChoosablePlace = Omit<MaskFinding, 'text'> & { readonly text?: string; readonly decided?: string };

/** What a place says of itself, to be told from others. */
const keyOf = ({ table, row, field }: MaskPlace): string => [table, row, field].join(' ');

/** Places, each with a box to choose it by and the way to the page that shows it. */
@Component({
  selector: 'app-place-choice',
  imports: [RouterLink],
  templateUrl: './place-choice.html',
})
export class PlaceChoice {
  protected readonly texts = {
    all: $localize`:@@masking.all:Alla`,
    page: $localize`:@@masking.page:Öppna sidan i en ny flik`,
  };
  readonly legend = input.required<string>();
  readonly places = input.required<readonly ChoosablePlace[]>();
  readonly chosen = model.required<readonly MaskPlace[]>();
  private readonly language = injectLanguage();
  private readonly keys = computed(() => new Set(this.chosen().map(keyOf)));
  protected readonly isAll = computed(() => this.places().every(({ place }) => this.isChosen(place)));
  protected readonly keyOf = keyOf;

  protected isChosen(place: MaskPlace): boolean {
    return this.keys().has(keyOf(place));
  }

  protected choose(place: MaskPlace, isChosen: boolean): void {
    const others = this.chosen().filter((one) => keyOf(one) !== keyOf(place));
    this.chosen.set(isChosen ? [...others, place] : others);
  }

  protected chooseAll(isChosen: boolean): void {
    this.chosen.set(isChosen ? this.places().map(({ place }) => place) : []);
  }

  /** What is not said to be in English is in Swedish; a figure is in neither. */
  protected languageOf({ field }: MaskPlace): Language | null {
    if (field === 'value') return null;
    return field.endsWith('_en') ? 'en' : 'sv';
  }

  /** What it shows: a figure as people write it. */
  protected shown({ place, text = '' }: ChoosablePlace): string {
    if (place.field !== 'value' || text === '') return text;
    return formatNumber(Number(text), { decimals: text.split('.')[1]?.length ?? 0, language: this.language });
  }

  /** Where it is: "siffra, källa · folkmangd · Vimmerby · år 2025 · version 2". */
  protected where({ place, about, series, period, revision }: ChoosablePlace): string {
    const when = period && periodLabel(parsePeriod(period), this.language);
    const version = revision && revision > 1 ? $localize`:@@masking.revision:version ${revision}:revision:` : '';
    return [maskPlaceText(place, this.language) ?? keyOf(place), about, series, when, version].filter(Boolean).join(' · ');
  }
}
