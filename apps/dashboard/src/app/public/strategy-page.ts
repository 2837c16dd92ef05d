import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyDocument } from '@slusen/contracts';
import { documentFacts, documentWord, textIn, validityText, versionStateWord, type DocumentPart, type Localized } from '@slusen/domain';
import { Banner, ExampleMark, injectLanguage, LocalizedText } from '@slusen/ui';
import { StrategyApi } from '../data/strategy-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { DocumentGoal } from './document-goal.js';
import { DocumentText } from './document-text.js';

/** The strategy as the governing document that it is, in the version in force or in an earlier one. */
@Component({
  selector: 'app-strategy-page',
  imports: [Banner, Breadcrumbs, DocumentGoal, DocumentText, ExampleMark, LocalizedText, PageState, RouterLink],
  templateUrl: './strategy-page.html',
})
export class StrategyPage {
  protected readonly texts = {
    pdf: $localize`:@@document.pdf:Hämta som PDF`,
    compare: $localize`:@@document.compare:Jämför två versioner`,
    left: $localize`:@@document.left:Beslutat, men följs inte längre upp`,
    current: $localize`:@@document.current:Läs den version som gäller`,
  };
  /** Bound from the route `/strategi/version/:nummer`; without it the version in force is shown. */
  readonly nummer = input<string>();
  protected readonly page = inject(StrategyApi).document(this.nummer);
  protected readonly language = injectLanguage();
  /** Where the document itself is, for links to its own parts. */
  protected readonly own = computed(() => (this.nummer() === undefined ? ['/strategi'] : ['/strategi/version', this.nummer()]));
  protected readonly facts = computed(() => (this.page.hasValue() ? factsOf(this.page.value(), this.language) : []));
  protected readonly isPartlySwedish = computed(() => this.page.hasValue() && this.language !== 'sv' && hasForeign(this.page.value()));

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (!this.page.hasValue()) return;
      const { name, purpose, version } = this.page.value();
      const title = textIn(name, this.language).text;
      const numbered = `${title}, ${this.word('version').toLowerCase()} ${version}`;
      head.set(this.nummer() === undefined ? title : numbered, textIn(purpose, this.language).text);
    });
  }

  protected word(part: DocumentPart): string {
    return documentWord(part, this.language);
  }

  protected pdf({ version }: StrategyDocument): string {
    const query = new URLSearchParams({
      ...(this.nummer() !== undefined && { version: String(version) }),
      ...(this.language !== 'sv' && { lang: this.language }),
    });
    return query.size > 0 ? `/strategi.pdf?${query}` : '/strategi.pdf';
  }

  protected stateWord({ state }: Pick<StrategyDocument, 'state'>): string {
    return versionStateWord(state, this.language);
  }

  protected validity(version: StrategyDocument['versions'][number]): string {
    return validityText(version, this.language);
  }
}

function factsOf(document: StrategyDocument, language: 'sv' | 'en') {
  const version = { ...document, number: document.version };
  return documentFacts({ version, state: document.state, replaces: document.replaces }, language);
}

/** Whether a passage of the document is missing in the language. */
function hasForeign({ purpose, areas }: StrategyDocument): boolean {
  const passages: readonly (Localized | undefined)[] = [
    purpose,
    ...areas.flatMap(({ description, goals }) => [
      description,
      ...goals.flatMap((goal) => [goal.description, goal.deliberatelyNotMeasured]),
    ]),
  ];
  return passages.some((passage) => passage && !passage.en);
}
