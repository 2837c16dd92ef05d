import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { injectLanguage } from '@slusen/ui';
import { CurrentPath } from './current-path.js';

/** Title, description and the addresses of a page, for the browser's tab, search engines and link previews. */
@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);
  private readonly document = inject(DOCUMENT);
  private readonly current = inject(CurrentPath);
  private readonly language = injectLanguage();

  /** Sets them for the page that is shown now. */
  set(title: string, description = ''): void {
    this.title.setTitle(title ? `${title} – SLUSEN` : 'SLUSEN');
    this.meta.updateTag({ name: 'description', content: description });
    this.meta.updateTag({ property: 'og:title', content: title || 'SLUSEN' });
    this.link('canonical', this.current.inLanguage(this.language));
    for (const language of ['sv', 'en'] as const) this.link('alternate', this.current.inLanguage(language), language);
  }

  private link(rel: string, href: string, language?: string): void {
    const selector = `link[rel="${rel}"]${language ? `[hreflang="${language}"]` : ''}`;
    const link = this.document.head.querySelector(selector) ?? this.document.head.appendChild(this.document.createElement('link'));
    link.setAttribute('rel', rel);
    link.setAttribute('href', href);
    if (language) link.setAttribute('hreflang', language);
  }
}
