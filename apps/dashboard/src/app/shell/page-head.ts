import { computed, DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { injectLanguage } from '@slusen/ui';
import { SiteApi } from '../data/site-api.js';
import { CurrentPath } from './current-path.js';

/** Title, description and the addresses of a page, for the browser's tab, search engines and link previews. */
@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly document = inject(DOCUMENT);
  private readonly current = inject(CurrentPath);
  private readonly site = inject(SiteApi).site;
  private readonly language = injectLanguage();
  /** Whole addresses, as search engines ask for; the server knows where it is reached. */
  private readonly origin = computed(() => this.site()?.publicUrl ?? '');

  constructor() {
    effect(() => {
      this.link('canonical', this.addressIn(this.language));
      for (const language of ['sv', 'en'] as const) this.link('alternate', this.addressIn(language), language);
    });
  }

  /** Sets title and description for the page that is shown now. */
  set(title: string, description = ''): void {
    this.document.title = title ? `${title} – SLUSEN` : 'SLUSEN';
    this.tag('meta', { name: 'description' }, { content: description });
    this.tag('meta', { property: 'og:title' }, { content: title || 'SLUSEN' });
  }

  private addressIn(language: 'sv' | 'en'): string {
    return `${this.origin()}${this.current.inLanguage(language)}`;
  }

  private link(rel: string, href: string, language?: string): void {
    this.tag('link', { rel, ...(language && { hreflang: language }) }, { href });
  }

  /**
   * The one element of the head with these attributes, with the others set. By hand, since Angular's services for it would be a
   * hundredth of all the JavaScript a public page may cost.
   */
  private tag(name: 'link' | 'meta', known: Readonly<Record<string, string>>, rest: Readonly<Record<string, string>>): void {
    const { head } = this.document;
    const selector = Object.entries(known).map(([key, value]) => `[${key}="${value}"]`);
    const element = head.querySelector(name + selector.join('')) ?? head.appendChild(this.document.createElement(name));
    for (const [key, value] of Object.entries({ ...known, ...rest })) element.setAttribute(key, value);
  }
}
