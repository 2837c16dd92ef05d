import { Component, computed, input, output } from '@angular/core';
import type { EntryView } from '@slusen/contracts';
import { formatWithUnit, missingText } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** Two people wrote in the same entry: both versions, and the choice between them. Nothing is lost until one is chosen. */
@Component({
  selector: 'app-entry-conflict',
  template: `
    <section class="banner warning" role="alert" aria-labelledby="tva-versioner">
      <div>
        <h2 class="h3" id="tva-versioner">{{ texts.heading }}</h2>
        <div class="two-versions">
          <div>
            <p class="eyebrow">{{ texts.mine }}</p>
            <p class="tabular">{{ mine() || nothing }}</p>
            <button class="button" type="button" [disabled]="!canKeep()" (click)="keepMine.emit()">{{ texts.keep }}</button>
          </div>
          <div>
            <p class="eyebrow">{{ texts.theirs(by()) }}</p>
            <p class="tabular">{{ theirText() }}</p>
            @if (theirs().comment) {
              <p class="small">{{ theirs().comment }}</p>
            }
            <button class="button secondary" type="button" (click)="takeTheirs.emit()">{{ texts.take }}</button>
          </div>
        </div>
        @if (!canKeep()) {
          <p class="small">{{ texts.gone }}</p>
        }
      </div>
    </section>
  `,
})
export class EntryConflict {
  protected readonly texts = {
    heading: $localize`:@@conflict.heading:Någon annan har ändrat samma inmatning`,
    mine: $localize`:@@conflict.mine:Det du har skrivit`,
    keep: $localize`:@@conflict.keep:Behåll mitt`,
    theirs: (by: string | number) => $localize`:@@conflict.theirs:Det som nu är sparat (${by}:by:)`,
    take: $localize`:@@conflict.take:Ta det sparade`,
    gone: $localize`:@@conflict.gone:Inmatningen är redan inlämnad, så den kan inte skrivas över. Kopiera det du vill behålla.`,
  };
  readonly theirs = input.required<EntryView>();
  /** The value in the form, in words. */
  readonly mine = input.required<string>();
  readonly keepMine = output();
  readonly takeTheirs = output();
  private readonly language = injectLanguage();
  protected readonly nothing = $localize`:@@conflict.nothing:inget värde`;
  protected readonly canKeep = computed(() => this.theirs().actions.includes('save'));
  protected readonly by = computed(() => this.theirs().events.at(-1)?.by ?? '');
  protected readonly theirText = computed(() => {
    const { value, missing, unit, decimals } = this.theirs();
    if (value !== undefined) return formatWithUnit(value, unit, { decimals, language: this.language });
    return missing ? missingText(missing, this.language) : this.nothing;
  });
}
