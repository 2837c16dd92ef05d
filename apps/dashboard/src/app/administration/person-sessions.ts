import { Component, inject, input, output } from '@angular/core';
import type { Person } from '@slusen/contracts';
import { MomentPipe } from '@slusen/ui';
import { PeopleApi } from '../data/people-api.js';
import type { AskedChange } from './asked-change.js';

/** Where somebody is signed in, each to be ended. */
@Component({
  selector: 'app-person-sessions',
  imports: [MomentPipe],
  template: `
    <section class="section" aria-labelledby="inloggningar">
      <h2 id="inloggningar">{{ texts.heading }}</h2>
      <ul class="plain-list ruled">
        @for (session of person().openSessions; track session.id) {
          <li>
            <span>{{ texts.since }} {{ session.createdAt | moment }}</span>
            <span class="soft">{{ texts.seen }} {{ session.lastSeenAt | moment }}</span>
            @if (session.isThis) {
              <strong>{{ texts.this }}</strong>
            } @else {
              <span>
                <button class="button secondary" type="button" [disabled]="isBusy()" (click)="end(session.id)">
                  {{ texts.end }}<span class="visually-hidden"> {{ texts.since }} {{ session.createdAt | moment }}</span>
                </button>
              </span>
            }
          </li>
        } @empty {
          <li class="soft">{{ texts.none }}</li>
        }
      </ul>
      @if (person().openSessions.length > 1 && !person().isSelf) {
        <button class="button secondary" type="button" [disabled]="isBusy()" (click)="endAll()">{{ texts.endAll }}</button>
      }
    </section>
  `,
})
export class PersonSessions {
  protected readonly texts = {
    heading: $localize`:@@sessions.heading:Inloggningar`,
    since: $localize`:@@sessions.since:Inloggad`,
    seen: $localize`:@@sessions.seen:senast aktiv`,
    this: $localize`:@@sessions.this:Du, här`,
    end: $localize`:@@sessions.end:Avsluta`,
    ended: $localize`:@@sessions.ended:Inloggningen är avslutad.`,
    endAll: $localize`:@@sessions.end-all:Avsluta alla`,
    allEnded: $localize`:@@sessions.all-ended:Alla inloggningar är avslutade.`,
    none: $localize`:@@sessions.none:Inte inloggad just nu.`,
  };
  readonly person = input.required<Person>();
  readonly isBusy = input(false);
  readonly asked = output<AskedChange>();
  private readonly api = inject(PeopleApi);

  protected end(session: string): void {
    const { id } = this.person();
    this.asked.emit({ ask: () => this.api.endSession(id, session), done: this.texts.ended });
  }

  protected endAll(): void {
    const { id } = this.person();
    this.asked.emit({ ask: () => this.api.endSessions(id), done: this.texts.allEnded });
  }
}
