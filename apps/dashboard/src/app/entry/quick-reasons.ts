import { Component, computed, inject, input, output, signal } from '@angular/core';
import { LONGEST_QUICK_REASON, MOST_QUICK_REASONS } from '@slusen/domain';
import { EntriesApi } from '../data/entries-api.js';
import { problemText } from '../data/problem-texts.js';

/** The reviewer's own list of what they often write when something is sent back: to be put into the field, added to and cleared out. */
@Component({
  selector: 'app-quick-reasons',
  template: `
    @if (list(); as reasons) {
      @if (reasons.length) {
        <p class="small soft" id="egna-skal">{{ texts.heading }}</p>
        <ul class="quick-reasons" aria-labelledby="egna-skal">
          @for (reason of reasons; track reason) {
            <li>
              <button class="button secondary small" type="button" lang="sv" (click)="picked.emit(reason)">{{ reason }}</button>
              @if (isEditing()) {
                <button class="button secondary small" type="button" [attr.aria-label]="texts.removeOne(reason)" (click)="remove(reason)">
                  {{ texts.remove }}
                </button>
              }
            </li>
          }
        </ul>
      }
      <p class="row">
        @if (mayAdd()) {
          <button class="button secondary small" type="button" [disabled]="isBusy()" (click)="add()">{{ texts.add }}</button>
        }
        @if (reasons.length) {
          <button class="button secondary small" type="button" [attr.aria-expanded]="isEditing()" (click)="isEditing.set(!isEditing())">
            {{ isEditing() ? texts.done : texts.edit }}
          </button>
        }
      </p>
      <p class="small" role="status">{{ told() }}</p>
    }
  `,
})
export class QuickReasonsList {
  protected readonly texts = {
    heading: $localize`:@@quick.heading:Dina egna skäl: tryck på ett för att få in det i rutan.`,
    add: $localize`:@@quick.add:Spara texten bland mina skäl`,
    added: $localize`:@@quick.added:Texten finns nu bland dina skäl.`,
    edit: $localize`:@@quick.edit:Ändra mina skäl`,
    done: $localize`:@@quick.done:Klar`,
    remove: $localize`:@@quick.remove:Ta bort`,
    removeOne: (reason: string) => $localize`:@@quick.remove-one:Ta bort ”${reason}:reason:”`,
    removed: $localize`:@@quick.removed:Skälet är borttaget.`,
  };
  /** What stands in the field. */
  readonly text = input.required<string>();
  /** A reason that is to be put into the field. */
  readonly picked = output<string>();
  private readonly api = inject(EntriesApi);
  private readonly read = this.api.quickReasons();
  protected readonly list = computed(() => (this.read.hasValue() ? this.read.value().reasons : undefined));
  protected readonly isEditing = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly told = signal('');
  protected readonly mayAdd = computed(() => {
    const [text, list] = [this.text().trim(), this.list() ?? []];
    return text !== '' && text.length <= LONGEST_QUICK_REASON && list.length < MOST_QUICK_REASONS && !list.includes(text);
  });

  protected add(): Promise<void> {
    return this.keep([...(this.list() ?? []), this.text().trim()], this.texts.added);
  }

  protected remove(reason: string): Promise<void> {
    return this.keep(
      (this.list() ?? []).filter((one) => one !== reason),
      this.texts.removed,
    );
  }

  private async keep(reasons: string[], told: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      this.read.set(await this.api.keepQuickReasons({ reasons }));
      this.told.set(told);
    } catch (error) {
      this.told.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
