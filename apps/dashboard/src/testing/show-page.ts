import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { show, type Showing, type Shown } from '@slusen/ui/testing';
import { CurrentAccount } from '../app/data/current-account.js';
import { aSession } from './people.js';

@Component({ selector: 'app-elsewhere', template: '' })
class Elsewhere {}

/** What stands around a page: where links lead, and who is signed in. */
export interface Surroundings extends Showing {
  readonly as?: Parameters<typeof aSession>[0];
  readonly at?: string;
}

/** A page on the screen, and the address that links and steps lead to. */
export interface ShownPage<T> extends Shown<T> {
  address(): string;
}

/** Shows a page of the dashboard; every link leads to an empty page whose address can be asked for. */
export async function showPage<T>(type: Type<T>, { as, at, providers = [], before, ...showing }: Surroundings = {}): Promise<ShownPage<T>> {
  const around = [provideRouter([{ path: '**', component: Elsewhere }]), ...providers];
  const prepare = async (): Promise<void> => {
    if (as) TestBed.inject(CurrentAccount).is(aSession(as));
    if (at) await TestBed.inject(Router).navigateByUrl(at);
    await before?.();
  };
  const shown = await show(type, { ...showing, providers: around, before: prepare });
  return { ...shown, address: () => TestBed.inject(Router).url };
}

/** What people see of a part of the page, with every kind of space as a plain one. */
export function textOf(element: Element | null): string {
  return ((element as HTMLElement | null)?.innerText ?? '').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();
}
