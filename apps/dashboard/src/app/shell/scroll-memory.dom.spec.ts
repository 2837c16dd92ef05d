import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { Location } from '@angular/common';
import { show, until } from '@slusen/ui/testing';
import { ScrollMemory } from './scroll-memory.js';

@Component({ selector: 'app-tall', template: '<p style="height: 4000px">Lista</p>' })
class Tall {}

@Component({ selector: 'app-short', template: '<p style="height: 4000px">Sida</p><h2 id="del" style="height: 2000px">Del</h2>' })
class Short {}

@Component({ selector: 'app-frame', imports: [RouterOutlet], template: '<router-outlet />' })
class Frame {
  readonly memory = TestBed.inject(ScrollMemory);
}

@Component({ selector: 'app-late', template: '<p [style.height.px]="above()">Frågor</p><p [style.height.px]="height()">Lista</p>' })
class Late {
  readonly memory = TestBed.inject(ScrollMemory);
  readonly above = signal(0);
  readonly height = signal(100);
}

describe('A page that is loaded anew and drawn late', () => {
  const place = (): number => Math.round(scrollY);
  // Whatever was on the page before may have left it somewhere else, or on its way there.
  beforeEach(() => scrollTo({ top: 0, behavior: 'instant' }));
  afterEach(() => {
    // Whoever scrolls by hand is brought nowhere any more, in the specs to come either.
    dispatchEvent(new Event('wheel'));
    sessionStorage.clear();
    scrollTo({ top: 0, behavior: 'instant' });
  });

  /** Shows it as loaded in such a way, and then draws it. */
  async function drawn(type: NavigationTimingType): Promise<Late> {
    spyOn(performance, 'getEntriesByType').and.returnValue([{ type } as PerformanceNavigationTiming]);
    const before = (): void => sessionStorage.setItem(`slusen.scroll ${TestBed.inject(Location).path(true)}`, '1500');
    const { component, settled } = await show(Late, { providers: [provideRouter([])], before });
    component.height.set(4000);
    await settled();
    return component;
  }

  for (const type of ['reload', 'back_forward'] as const)
    it(`is found where it was left: ${type}`, async () => {
      await drawn(type);
      await until(() => place() === 1500);
      expect(place()).toBe(1500);
    });

  it('is found there too when more comes above the place after that', async () => {
    const page = await drawn('reload');
    await until(() => place() === 1500);
    page.above.set(300);
    await until(() => document.body.scrollHeight > 4300);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(place()).toBe(1500);
  });

  it('begins at the top when it is opened', async () => {
    await drawn('navigate');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(place()).toBe(0);
  });
});

describe('Going to another page and back', () => {
  const routes = [
    { path: 'lista', component: Tall },
    { path: 'sida', component: Short },
  ];
  const place = (): number => Math.round(scrollY);

  async function atTheList(top: number) {
    const providers = [provideRouter(routes)];
    const shown = await show(Frame, { providers });
    const router = TestBed.inject(Router);
    router.initialNavigation();
    const go = async (url: string): Promise<void> => {
      await router.navigateByUrl(url);
      await shown.settled();
    };
    await go('/lista');
    scrollTo({ top, behavior: 'instant' });
    await until(() => place() === top);
    return { ...shown, go };
  }

  afterEach(() => {
    // Whoever scrolls by hand is brought nowhere any more, in the specs to come either.
    dispatchEvent(new Event('wheel'));
    sessionStorage.clear();
    scrollTo({ top: 0, behavior: 'instant' });
  });

  it('begins at the top of the next page, and finds the place in the list again', async () => {
    const { go } = await atTheList(1500);
    await go('/sida');
    await until(() => place() === 0);
    TestBed.inject(Location).back();
    await until(() => place() === 1500);
    expect(place()).toBe(1500);
  });

  it('begins at the part that the address names', async () => {
    const { go, element } = await atTheList(300);
    await go('/sida#del');
    await until(() => Math.abs(element.querySelector('#del')?.getBoundingClientRect().top ?? 999) < 100);
    expect(place()).toBeGreaterThan(3000);
  });
});
