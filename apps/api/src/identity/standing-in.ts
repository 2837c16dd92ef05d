import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Observable } from 'rxjs';
import type { AwayPerson } from './account.js';

const heard = new AsyncLocalStorage<Map<string, AwayPerson>>();

/** Said where a right rested on the roles of people who are away: what is done now is done in their place. Heard within `noticed`. */
export function standIn(people: readonly AwayPerson[]): void {
  for (const person of people) heard.getStore()?.set(person.id, person);
}

/** In whose place something is done, so far. */
export function standingInFor(): AwayPerson[] {
  return [...(heard.getStore()?.values() ?? [])];
}

/** Does the work, and hears in whose place it is done. */
export const noticed = <T>(work: () => T): T => heard.run(new Map(), work);

/** Hears it of each request. */
@Injectable()
export class StandingIn implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    return new Observable((answer) => noticed(() => next.handle().subscribe(answer)));
  }
}
