import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** The address of the page that is shown, without language prefix: what the other language's page is called, too. */
@Injectable({ providedIn: 'root' })
export class CurrentPath {
  private readonly router = inject(Router);
  /** With the query, without the fragment: `/indikatorer?q=hus`. */
  readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects.split('#')[0] ?? '/'),
    ),
    { initialValue: this.router.url.split('#')[0] ?? '/' },
  );
  readonly path = computed(() => this.url().split('?')[0] ?? '/');

  /** The same page's address in a language. */
  inLanguage(language: 'sv' | 'en'): string {
    const url = this.url();
    return language === 'sv' ? url : `/en${url}`;
  }
}
