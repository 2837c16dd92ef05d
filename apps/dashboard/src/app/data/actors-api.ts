import { Injectable } from '@angular/core';
import type { ActorList, ActorView } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** Who does what. Each method needs an injection context. */
@Injectable({ providedIn: 'root' })
export class ActorsApi {
  list(): Reading<ActorList> {
    return reading<ActorList>(() => '/api/actors');
  }

  actor(slug: () => string): Reading<ActorView> {
    return reading<ActorView>(() => `/api/actors/${encodeURIComponent(slug())}`);
  }
}
