import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { figureName, parsePeriod } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { EntriesApi } from '../data/entries-api.js';
import { mayOpen } from '../data/page-access.js';
import { CurrentPath } from './current-path.js';
import { ownForm } from '../data/own-form.js';
import { formTexts } from '../data/own-form-texts.js';

/** On the public page of an indicator: the way to its form, for whoever reports it. */
@Component({
  selector: 'app-own-indicator-strip',
  imports: [RouterLink],
  template: `
    @if (shown(); as one) {
      <nav class="guide-strip" [attr.aria-label]="texts.label">
        <p class="page">
          {{ texts.yours }} <a [routerLink]="one.way.link" [queryParams]="one.way.query">{{ one.text }}</a>
        </p>
      </nav>
    }
  `,
})
export class OwnIndicatorStrip {
  protected readonly texts = {
    ...formTexts(),
    label: $localize`:@@own.strip:Din indikator`,
    yours: $localize`:@@own.yours:Du rapporterar den här indikatorn.`,
  };
  private readonly view = inject(CurrentAccount).view;
  private readonly path = inject(CurrentPath).path;
  private readonly language = injectLanguage();
  private readonly slug = computed(() => /^\/indikator\/([^/]+)$/.exec(this.path())?.[1]);
  private readonly list = inject(EntriesApi).ownIndicatorsWhen(() => this.slug() !== undefined && mayOpen(this.view(), 'mina-uppgifter'));
  protected readonly shown = computed(() => {
    const one = this.slug() && this.list.hasValue() ? this.list.value().items.find(({ slug }) => slug === this.slug()) : undefined;
    const way = one && ownForm(one);
    return way && { way, text: `${this.texts.form[way.verb]} ${figureName(parsePeriod(way.period), this.language, one)}` };
  });
}
