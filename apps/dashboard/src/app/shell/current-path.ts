import { Location } from '@angular/common';
import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

/** The address of the page that is shown, without language prefix: what the other language's page is called, too. */
@Injectable({ providedIn: 'root' })
export class CurrentPath {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  /** With the query, without the fragment: `/indikatorer?q=hus`. */
  readonly url = computed(() => {
    // Read anew after each navigation; from the address bar, which keeps the address of a page one may not see.
    this.router.lastSuccessfulNavigation();
    return this.location.path() || '/';
  });
  readonly path = computed(() => this.url().split('?')[0] ?? '/');

  /** The same page's address in a language. */
  inLanguage(language: 'sv' | 'en'): string {
    const url = this.url();
    return language === 'sv' ? url : `/en${url}`;
  }

  /** How a menu marks a link: `page` for the page that is shown, `true` for one above it. */
  ariaCurrent(link: string): 'page' | 'true' | null {
    const path = this.path();
    if (path === link) return 'page';
    return link !== '/' && path.startsWith(`${link}/`) ? 'true' : null;
  }
}
