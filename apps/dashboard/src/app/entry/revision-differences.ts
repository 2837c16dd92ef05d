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

/** Every field in which an entry differs from the figure it replaces, or from itself as it was returned: what it was, and what it becomes. */
@Component({
  selector: 'app-revision-differences',
  template: `
    <table class="two-versions">
      <caption>
        {{
          caption()
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
            <td colspan="3">{{ none() }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class RevisionDifferences {
  protected readonly texts = {
    caption: {
      published: $localize`:@@differences.caption:Det som ändras`,
      returned: $localize`:@@differences.since-returned:Ändrat sedan det skickades tillbaka`,
    },
    was: $localize`:@@differences.was:Tidigare`,
    becomes: $localize`:@@differences.becomes:Nytt`,
    nothing: $localize`:@@differences.nothing:inget`,
    none: {
      published: $localize`:@@differences.none:Inget skiljer sig från det godkända värdet.`,
      returned: $localize`:@@differences.none-since-returned:Inget har ändrats sedan dess.`,
    },
  };
  readonly entry = input.required<EntryView>();
  /** What it is compared with: what is published, or what it said itself when it was returned. */
  readonly since = input<'published' | 'returned'>('published');
  protected readonly labels = comparedLabels();
  private readonly language = injectLanguage();
  protected readonly caption = computed(() => this.texts.caption[this.since()]);
  protected readonly none = computed(() => this.texts.none[this.since()]);
  private readonly was = computed(() => {
    const { replaces, returnedFigure } = this.entry();
    if (this.since() === 'returned') return returnedFigure && textOf(returnedFigure, this.language);
    return replaces && replacedText(replaces, this.language);
  });
  protected readonly changed = computed(() => {
    const [was, { unit, decimals }] = [this.was(), this.entry()];
    if (!was) return [];
    const found = differences(textOf(this.entry(), this.language), was, { unit, decimals, language: this.language });
    return this.since() === 'returned' ? found : found.filter(({ field }) => !OWN.has(field));
  });

  protected languageOf(field: ComparedField): 'sv' | null {
    return WRITTEN.has(field) ? 'sv' : null;
  }
}
