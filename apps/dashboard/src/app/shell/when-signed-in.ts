import { Component, effect, inject, input, type Type, ViewContainerRef } from '@angular/core';
import { CurrentAccount } from '../data/current-account.js';

/**
 * Nothing for the public; in its place, once someone is signed in, a component that is theirs. It is loaded by hand, since one
 * `@defer` would bring its whole machinery into the JavaScript of the public pages.
 */
@Component({ selector: 'app-when-signed-in', template: '' })
export class WhenSignedIn {
  readonly load = input.required<() => Promise<Type<unknown>>>();
  private readonly account = inject(CurrentAccount).account;
  private readonly place = inject(ViewContainerRef);

  constructor() {
    const isSignedIn = effect(() => {
      if (!this.account()) return;
      isSignedIn.destroy();
      void this.show();
    });
  }

  private async show(): Promise<void> {
    this.place.createComponent(await this.load()());
  }
}
