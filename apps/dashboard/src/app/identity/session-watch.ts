import { Component, inject } from '@angular/core';
import { Session } from '../data/session.js';
import { SessionDialogs } from './session-dialogs.js';

/** Nothing for the public; for whoever is signed in, the dialogs that keep work from being lost when a session ends. */
@Component({
  selector: 'app-session-watch',
  imports: [SessionDialogs],
  template: `
    @if (session.account()) {
      @defer (on immediate) {
        <app-session-dialogs />
      }
    }
  `,
})
export class SessionWatch {
  protected readonly session = inject(Session);
}
