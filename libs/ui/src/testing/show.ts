import { LOCALE_ID, type Provider, type EnvironmentProviders, type Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { within, type BoundFunctions, type queries } from '@testing-library/dom';
import type { Language } from '@slusen/domain';

/** How a component is shown: what it is given, in which language, with which services in the place of others. */
export interface Showing {
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly language?: Language;
  readonly providers?: readonly (Provider | EnvironmentProviders)[];
  /** What has happened before it is shown. */
  readonly before?: () => unknown;
}

/** A component on the page: what people find on it, and how it is given something else. */
export interface Shown<T> {
  readonly component: T;
  /** Everything on it, by role, name and text, as people and their tools find it. */
  readonly screen: BoundFunctions<typeof queries>;
  readonly element: HTMLElement;
  /** Changes inputs and waits until the page is still again. */
  give(inputs: Readonly<Record<string, unknown>>): Promise<void>;
  /** Waits until nothing is under way any more. */
  settled(): Promise<void>;
  /** Takes it off the page. */
  remove(): void;
}

/** Shows a component on the page and waits until it is still. Swedish, unless said otherwise. */
export async function show<T>(type: Type<T>, { inputs = {}, language = 'sv', providers = [], before }: Showing = {}): Promise<Shown<T>> {
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: language }, ...providers] });
  await before?.();
  const fixture = TestBed.createComponent(type);
  setAll(fixture, inputs);
  await settle(fixture);
  return {
    component: fixture.componentInstance,
    screen: within(fixture.nativeElement),
    element: fixture.nativeElement,
    give: (changed) => (setAll(fixture, changed), settle(fixture)),
    settled: () => settle(fixture),
    remove: () => fixture.destroy(),
  };
}

/** Still is what has nothing to do after a turn of the browser's own, in which whatever was pressed has gone its way. */
async function settle<T>(fixture: ComponentFixture<T>): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
  }
  await fixture.whenStable();
}

function setAll<T>(fixture: ComponentFixture<T>, inputs: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
}
