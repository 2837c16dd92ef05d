import { Component, computed, inject, input } from '@angular/core';
import { textIn, type Localized } from '@slusen/domain';
import { Banner, injectLanguage } from '@slusen/ui';
import { conflictRows } from './conflict-rows.js';
import { DraftEditor } from './draft-editor.js';
import { injectPartName } from './part-names.js';

/** Two people wrote in one part: both texts side by side, field by field, and which of them is to hold. */
@Component({
  selector: 'app-draft-conflict',
  imports: [Banner],
  template: `
    @if (part().theirs; as theirs) {
      <ui-banner tone="problem" [live]="true">
        <p>
          <strong>{{ texts.heading(theirs.savedBy, partName(key())) }}</strong>
        </p>
        <table class="two-versions">
          <thead>
            <tr>
              <td></td>
              <th scope="col">{{ texts.mine }}</th>
              <th scope="col">{{ texts.theirs(theirs.savedBy) }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track $index) {
              <tr>
                <th scope="row">{{ row.label }}</th>
                <td>{{ row.mine || '–' }}</td>
                <td>{{ row.theirs || '–' }}</td>
              </tr>
            }
          </tbody>
        </table>
        <div class="actions">
          <button class="button" type="button" (click)="editor.settle(key(), 'mine')">{{ texts.keepMine }}</button>
          <button class="button secondary" type="button" (click)="editor.settle(key(), 'theirs')">{{ texts.takeTheirs }}</button>
        </div>
      </ui-banner>
    }
  `,
})
export class DraftConflict {
  protected readonly texts = {
    heading: (name: string, part: string) =>
      $localize`:@@draft-conflict.heading:${name}:name: har sparat delen ”${part}:part:” medan du skrev.`,
    mine: $localize`:@@draft-conflict.mine:Du skrev`,
    theirs: (name: string) => $localize`:@@draft-conflict.theirs:${name}:name: skrev`,
    keepMine: $localize`:@@draft-conflict.keep:Spara mitt`,
    takeTheirs: $localize`:@@draft-conflict.take:Ta det andra`,
  };
  /** The part that was written in twice. */
  readonly key = input.required<string>();
  protected readonly editor = inject(DraftEditor);
  protected readonly partName = injectPartName();
  private readonly language = injectLanguage();
  protected readonly part = computed(() => this.editor.part(this.key()));
  protected readonly rows = computed(() => {
    const { content, theirs } = this.part();
    const { actors, indicators } = this.editor.draft()?.choices ?? { actors: [], indicators: [] };
    return conflictRows(content, theirs?.content ?? null, {
      language: this.language,
      part: this.partName,
      actor: (slug) => this.called(actors, slug),
      indicator: (slug) => this.called(indicators, slug),
    });
  });

  private called(things: readonly { readonly slug: string; readonly name: Localized }[], slug: string): string {
    const name = things.find((one) => one.slug === slug)?.name;
    return name ? textIn(name, this.language).text : slug;
  }
}
