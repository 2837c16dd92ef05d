import { Component, effect, inject, ViewContainerRef } from '@angular/core';
import { Session } from '../data/session.js';

/**
 * Nothing for the public; for whoever is signed in, the dialogs that keep work from being lost when a session ends. They are
 * loaded by hand, since one `@defer` would bring its whole machinery into the JavaScript of the public pages.
 */
@Component({ selector: 'app-session-watch', template: '' })
export class SessionWatch {
  private readonly session = inject(Session);
  private readonly place = inject(ViewContainerRef);

  constructor() {
    const isSignedIn = effect(() => {
      if (!this.session.account()) return;
      isSignedIn.destroy();
      void this.watch();
    });
  }

  private async watch(): Promise<void> {
    const { SessionDialogs } = await import('./session-dialogs.js');
    this.place.createComponent(SessionDialogs);
  }
}
