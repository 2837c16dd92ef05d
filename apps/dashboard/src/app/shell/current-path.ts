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
    // Until the router has made its first navigation it takes itself to be at the start page.
    const navigation = this.router.lastSuccessfulNavigation();
    const url = navigation?.finalUrl ? this.router.serializeUrl(navigation.finalUrl) : this.location.path() || '/';
    return url.split('#')[0] ?? '/';
  });
  readonly path = computed(() => this.url().split('?')[0] ?? '/');

  /** The same page's address in a language. */
  inLanguage(language: 'sv' | 'en'): string {
    const url = this.url();
    return language === 'sv' ? url : `/en${url}`;
  }
}
