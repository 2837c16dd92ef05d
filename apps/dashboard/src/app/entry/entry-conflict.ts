import { Component, computed, input, output } from '@angular/core';
import type { EntryView } from '@slusen/contracts';
import { QUESTION_KINDS } from '@slusen/domain';
import type { ComparedField, Difference } from './entry-differences.js';
import { WORDS } from './entry-text.js';
import { comparedLabels } from './field-labels.js';

/** What officials write themselves, in Swedish whatever the language of the page. */
const WRITTEN: ReadonlySet<ComparedField> = new Set([...WORDS, ...QUESTION_KINDS]);

/** One entry was written in from two places: both versions, and the choice between them. Nothing is lost until one is chosen. */
@Component({
  selector: 'app-entry-conflict',
  template: `
    <section class="banner warning" role="alert" tabindex="-1" aria-labelledby="tva-versioner">
      <div>
        <h2 class="h3" id="tva-versioner">{{ isOwn() ? texts.ownHeading : texts.heading }}</h2>
        @if (isOwn()) {
          <p>{{ texts.ownWhere }}</p>
        }
        <table class="two-versions">
          <thead>
            <tr>
              <td></td>
              <th scope="col">{{ texts.mine }}</th>
              <th scope="col">{{ isOwn() ? texts.saved : texts.theirs(by()) }}</th>
            </tr>
          </thead>
          <tbody>
            @for (difference of differences(); track difference.field) {
              <tr>
                <th scope="row">{{ labels[difference.field] }}</th>
                <td [attr.lang]="languageOf(difference.field)">{{ difference.mine || texts.nothing }}</td>
                <td [attr.lang]="languageOf(difference.field)">{{ difference.theirs || texts.nothing }}</td>
              </tr>
            }
          </tbody>
        </table>
        <div class="actions">
          <button class="button" type="button" [disabled]="!canKeep()" (click)="keepMine.emit()">{{ texts.keep }}</button>
          <button class="button secondary" type="button" (click)="takeTheirs.emit()">{{ texts.take }}</button>
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
    ownHeading: $localize`:@@conflict.own-heading:Du har själv sparat en annan version`,
    ownWhere: $localize`:@@conflict.own-where:Det gjorde du i ett annat fönster eller på en annan enhet.`,
    mine: $localize`:@@conflict.mine:Det du har skrivit här`,
    keep: $localize`:@@conflict.keep:Behåll det jag har skrivit här`,
    saved: $localize`:@@conflict.saved:Det som är sparat`,
    theirs: (by: string | number) => $localize`:@@conflict.theirs:Det som är sparat (${by}:by:)`,
    take: $localize`:@@conflict.take:Ta det sparade`,
    gone: $localize`:@@conflict.gone:Inmatningen är redan inlämnad, så den kan inte skrivas över. Kopiera det du vill behålla.`,
    nothing: $localize`:@@conflict.nothing:inget`,
  };
  protected readonly labels = comparedLabels();
  readonly theirs = input.required<EntryView>();
  readonly differences = input.required<readonly Difference[]>();
  readonly keepMine = output();
  readonly takeTheirs = output();
  protected readonly canKeep = computed(() => this.theirs().actions.includes('save'));
  /** Who wrote what is saved; a later step, such as a return, changed no word of it. */
  private readonly lastSave = computed(() => this.theirs().events.findLast(({ action }) => action === 'save'));
  protected readonly isOwn = computed(() => this.lastSave()?.isOwn ?? false);
  protected readonly by = computed(() => this.lastSave()?.by ?? '');

  protected languageOf(field: ComparedField): 'sv' | null {
    return WRITTEN.has(field) ? 'sv' : null;
  }
}
