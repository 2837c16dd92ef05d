import { Component, input, output } from '@angular/core';
import type { AttachmentView } from '@slusen/contracts';
import { injectWord } from '@slusen/ui';
import { attachmentPath } from '../data/entries-api.js';
import { sizeText } from '../data/size-text.js';
import { ACCEPTED } from './attachment-text.js';

/** The files that a figure rests on: to be saved by whoever sees the entry, chosen and taken away by whoever writes in it. */
@Component({
  selector: 'app-entry-attachments',
  template: `
    @if (files().length) {
      <ul class="files">
        @for (file of files(); track file.id) {
          <li>
            <p>
              @if (file.isRemoved) {
                <s
                  ><bdi>{{ file.name }}</bdi></s
                >
              } @else {
                <a [href]="path(entry(), file.id)" download
                  ><bdi>{{ file.name }}</bdi></a
                >
              }
              <span class="soft">, {{ size(file.size) }}</span>
              @if (isEditable()) {
                &ngsp;<button
                  class="link-button"
                  type="button"
                  [disabled]="isBusy()"
                  (click)="kept.emit({ id: file.id, kept: file.isRemoved })"
                >
                  {{ file.isRemoved ? texts.undo : texts.remove }}<span class="visually-hidden">&ngsp;{{ file.name }}</span>
                </button>
              }
            </p>
            @if (!file.isRemoved) {
              <p class="hash small soft">SHA-256 {{ file.sha256 }}</p>
            }
          </li>
        }
      </ul>
    }
    @if (isEditable()) {
      <input
        class="input"
        id="filer"
        type="file"
        multiple
        aria-describedby="filer-hint filer-last filer-fault"
        [accept]="accepted"
        [attr.aria-invalid]="fault() ? true : null"
        [disabled]="isBusy()"
        (change)="choose(chosen)"
        #chosen
      />
      <p class="hint" id="filer-last" role="status">{{ isBusy() ? texts.busy : '' }}</p>
    }
  `,
})
export class EntryAttachments {
  protected readonly texts = {
    remove: $localize`:@@attachments.remove:Ta bort`,
    undo: $localize`:@@attachments.undo:Ångra borttagningen`,
    busy: $localize`:@@attachments.busy:Laddar upp …`,
  };
  readonly entry = input.required<string>();
  readonly files = input.required<readonly AttachmentView[]>();
  readonly isEditable = input(false);
  readonly isBusy = input(false);
  readonly fault = input<string>();
  readonly added = output<readonly File[]>();
  readonly kept = output<{ readonly id: string; readonly kept: boolean }>();
  protected readonly accepted = ACCEPTED;
  protected readonly path = attachmentPath;
  protected readonly size = injectWord(sizeText);

  /** The same file can be chosen again once something was wrong with it. */
  protected choose(chosen: HTMLInputElement): void {
    this.added.emit([...(chosen.files ?? [])]);
    chosen.value = '';
  }
}
