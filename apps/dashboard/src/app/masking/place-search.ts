import { Component, inject, output, signal } from '@angular/core';
import type { MaskSearch } from '@slusen/contracts';
import { parsePeriod, textIn } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { IndicatorsApi } from '../data/indicators-api.js';

const SHORTEST = 3;
/** More indicators than a municipality has. */
const ALL = 1000;

/** Asks what is to be hidden: a text, wherever it stands, or the figures of an indicator and a period. */
@Component({
  selector: 'app-place-search',
  imports: [FormField, TypedText],
  templateUrl: './place-search.html',
})
export class PlaceSearch {
  protected readonly texts = {
    findText: $localize`:@@masking.find-text:Sök text`,
    findFigures: $localize`:@@masking.find-figures:Sök siffror`,
    choose: $localize`:@@masking.choose-indicator:Välj indikator`,
  };
  protected readonly labels = {
    text: $localize`:@@masking.text:Text som visas`,
    textHint: $localize`:@@masking.text-hint:Skriv en del av det, till exempel ett namn. Det du söker efter sparas inte.`,
    indicator: $localize`:@@masking.indicator:Indikator`,
    period: $localize`:@@masking.period:Period`,
    periodHint: $localize`:@@masking.period-hint:Till exempel 2025, 2025-Q3 eller 2025-09`,
  };
  readonly asked = output<MaskSearch>();
  protected readonly text = signal('');
  protected readonly period = signal('');
  protected readonly indicator = signal('');
  protected readonly textFault = signal<string | undefined>(undefined);
  protected readonly indicatorFault = signal<string | undefined>(undefined);
  protected readonly periodFault = signal<string | undefined>(undefined);
  private readonly language = injectLanguage();
  protected readonly indicators = inject(IndicatorsApi).list(() => ({ q: '', limit: ALL, offset: 0 }));

  protected nameOf(name: { readonly sv: string; readonly en?: string | undefined }): string {
    return textIn(name, this.language).text;
  }

  protected findText(event: Event): void {
    event.preventDefault();
    const text = this.text().trim();
    const isLong = text.length >= SHORTEST;
    this.textFault.set(isLong ? undefined : $localize`:@@masking.text-short:Skriv minst tre tecken.`);
    if (isLong) this.asked.emit({ text });
  }

  protected findFigures(event: Event): void {
    event.preventDefault();
    const [indicator, period] = [this.indicator(), this.period().trim().toUpperCase()];
    this.indicatorFault.set(indicator ? undefined : $localize`:@@masking.indicator-missing:Välj en indikator.`);
    this.periodFault.set(
      isPeriod(period) ? undefined : $localize`:@@masking.period-unknown:Skriv en period, till exempel 2025 eller 2025-Q3.`,
    );
    if (indicator && isPeriod(period)) this.asked.emit({ indicator, period });
  }
}

function isPeriod(text: string): boolean {
  try {
    parsePeriod(text);
    return true;
  } catch {
    return false;
  }
}
