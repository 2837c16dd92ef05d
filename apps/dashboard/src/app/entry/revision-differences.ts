import { Component, computed, input } from '@angular/core';
import type { EntryView } from '@slusen/contracts';
import { QUESTION_KINDS } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { differences, type ComparedField } from './entry-differences.js';
import { textOf, WORDS } from './entry-text.js';
import { comparedLabels } from './field-labels.js';
import { replacedText } from './opening-text.js';

/** What is the correction's own: the reason and the answers say nothing of what was published. */
const OWN: ReadonlySet<ComparedField> = new Set(['reason', ...QUESTION_KINDS]);
/** What officials write themselves, in Swedish whatever the language of the page. */
const WRITTEN: ReadonlySet<ComparedField> = new Set(WORDS);

/** Every field in which an entry differs from the figure it replaces: what it was, and what it becomes. */
@Component({
  selector: 'app-revision-differences',
  template: `
    <table class="two-versions">
      <caption>
        {{
          texts.caption
        }}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">{{ texts.was }}</th>
          <th scope="col">{{ texts.becomes }}</th>
        </tr>
      </thead>
      <tbody>
        @for (difference of changed(); track difference.field) {
          <tr>
            <th scope="row">{{ labels[difference.field] }}</th>
            <td [attr.lang]="languageOf(difference.field)">{{ difference.theirs || texts.nothing }}</td>
            <td [attr.lang]="languageOf(difference.field)">{{ difference.mine || texts.nothing }}</td>
          </tr>
        } @empty {
          <tr>
            <td colspan="3">{{ texts.none }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class RevisionDifferences {
  protected readonly texts = {
    caption: $localize`:@@differences.caption:Det som ändras`,
    was: $localize`:@@differences.was:Tidigare`,
    becomes: $localize`:@@differences.becomes:Nytt`,
    nothing: $localize`:@@differences.nothing:inget`,
    none: $localize`:@@differences.none:Inget skiljer sig från det godkända värdet.`,
  };
  readonly entry = input.required<EntryView>();
  protected readonly labels = comparedLabels();
  private readonly language = injectLanguage();
  protected readonly changed = computed(() => {
    const { replaces, unit, decimals } = this.entry();
    if (!replaces) return [];
    const [becomes, was] = [textOf(this.entry(), this.language), replacedText(replaces, this.language)];
    return differences(becomes, was, { unit, decimals, language: this.language }).filter(({ field }) => !OWN.has(field));
  });

  protected languageOf(field: ComparedField): 'sv' | null {
    return WRITTEN.has(field) ? 'sv' : null;
  }
}
