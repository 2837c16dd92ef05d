import { inject, Injectable } from '@angular/core';
import type { ActionDesk, ActionInput, ActionList, ActionView } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

const DESK = '/api/action-desk';
/** As many as the API gives at once. */
const ALL = 1000;

/** Which actions are asked for: those of a goal, or those that an actor leads or takes part in. */
export type ActionsOf = { readonly goal: string } | { readonly actor: string };

/** A change of an action: to what it says, from which revision, and the request's own name. */
export interface ActionChange {
  readonly slug: string;
  readonly revision: number;
  readonly said: ActionInput;
  readonly key: string;
}

/** Actions for the goals, as everyone reads them and as officials enter them. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class ActionsApi {
  private readonly client = inject(ApiClient);

  list(of: () => ActionsOf): Reading<ActionList> {
    return reading<ActionList>(() => `/api/actions?${new URLSearchParams({ ...of(), limit: String(ALL) })}`);
  }

  action(slug: () => string): Reading<ActionView> {
    return reading<ActionView>(() => `/api/actions/${encodeURIComponent(slug())}`);
  }

  desk(): Reading<ActionDesk> {
    return reading<ActionDesk>(() => DESK);
  }

  /** An action as it is at this very moment; undefined: none is asked for. */
  onDesk(slug: () => string | undefined): Reading<ActionView> {
    return reading<ActionView>(() => {
      const wanted = slug();
      return wanted === undefined ? undefined : deskPath(wanted);
    });
  }

  read(slug: string): Promise<ActionView> {
    return this.client.get<ActionView>(deskPath(slug));
  }

  plan(said: ActionInput, key: string): Promise<ActionView> {
    return this.client.send<ActionView>({ method: 'POST', path: `${DESK}/actions`, body: said, headers: { 'Idempotency-Key': key } });
  }

  revise({ slug, revision, said, key }: ActionChange): Promise<ActionView> {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${revision}"` };
    return this.client.send<ActionView>({ method: 'PUT', path: deskPath(slug), body: said, headers });
  }
}

const deskPath = (slug: string): string => `${DESK}/actions/${encodeURIComponent(slug)}`;
