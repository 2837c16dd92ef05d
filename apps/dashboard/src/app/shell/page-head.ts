import { computed, DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { injectLanguage } from '@slusen/ui';
import { SiteApi } from '../data/site-api.js';
import { CurrentPath } from './current-path.js';

/** Title, description and the addresses of a page, for the browser's tab, search engines and link previews. */
@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);
  private readonly document = inject(DOCUMENT);
  private readonly current = inject(CurrentPath);
  private readonly site = inject(SiteApi).site;
  private readonly language = injectLanguage();
  /** Whole addresses, as search engines ask for; the server knows where it is reached. */
  private readonly origin = computed(() => (this.site.hasValue() ? this.site.value().publicUrl : ''));

  constructor() {
    effect(() => {
      this.link('canonical', this.addressIn(this.language));
      for (const language of ['sv', 'en'] as const) this.link('alternate', this.addressIn(language), language);
    });
  }

  /** Sets title and description for the page that is shown now. */
  set(title: string, description = ''): void {
    this.title.setTitle(title ? `${title} – SLUSEN` : 'SLUSEN');
    this.meta.updateTag({ name: 'description', content: description });
    this.meta.updateTag({ property: 'og:title', content: title || 'SLUSEN' });
  }

  private addressIn(language: 'sv' | 'en'): string {
    return `${this.origin()}${this.current.inLanguage(language)}`;
  }

  private link(rel: string, href: string, language?: string): void {
    const selector = `link[rel="${rel}"]${language ? `[hreflang="${language}"]` : ''}`;
    const link = this.document.head.querySelector(selector) ?? this.document.head.appendChild(this.document.createElement('link'));
    link.setAttribute('rel', rel);
    link.setAttribute('href', href);
    if (language) link.setAttribute('hreflang', language);
  }
}
