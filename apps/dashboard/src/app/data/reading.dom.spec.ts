import { Component, makeStateKey, REQUEST_CONTEXT, signal, TransferState } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { show } from '@slusen/ui/testing';
import { FakeApi, held, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { textOf } from '../../testing/show-page.js';
import type { Answer } from './api-client.js';
import { statusOf } from './api-problem.js';
import { reading } from './reading.js';

/** Which goal is read; undefined: none yet. */
const wanted = signal<string | undefined>('a');

@Component({
  template: `<p>
    @if (goal.hasValue()) {
      {{ goal.value().name }}
    } @else if (goal.error()) {
      {{ status() }}
    } @else {
      hämtar
    }
  </p>`,
})
class Goal {
  readonly goal = reading<{ name: string }>(() => {
    const slug = wanted();
    return slug && `/api/goals/${slug}`;
  });
  readonly status = (): number => statusOf(this.goal.error());
}

describe('reading', () => {
  let api: FakeApi;

  beforeEach(() => {
    wanted.set('a');
    api = new FakeApi().on('GET /api/goals/a', ok({ name: 'Alla bor' })).on('GET /api/goals/b', ok({ name: 'Bättre vägar' }));
  });

  it('shows what the API says', async () => {
    expect(textOf((await show(Goal)).element)).toBe('Alla bor');
  });

  it('reads anew when the address changes', async () => {
    const { element, settled } = await show(Goal);
    wanted.set('b');
    await settled();
    expect(textOf(element)).toBe('Bättre vägar');
  });

  it('asks for nothing while there is no address', async () => {
    wanted.set(undefined);
    expect(textOf((await show(Goal)).element)).toBe('hämtar');
    expect(api.received).toEqual([]);
  });

  it('leaves an answer aside that came after the reader had moved on', async () => {
    const slow = held();
    api.on('GET /api/goals/a', slow.reply);
    const shown = show(Goal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    wanted.set('b');
    await new Promise((resolve) => setTimeout(resolve, 20));
    slow.give(ok({ name: 'Alla bor' }));
    expect(textOf((await shown).element)).toBe('Bättre vägar');
  });

  for (const [answer, status] of [
    [refused(404, 'goal.not-found'), '404'],
    [refused(503, 'service.unavailable'), '503'],
    [NO_ANSWER, '0'],
  ] as const) {
    it(`tells the status ${status} of an answer that is none`, async () => {
      api.on('GET /api/goals/a', answer);
      expect(textOf((await show(Goal)).element)).toBe(status);
    });
  }

  it('reads once more when asked to, and keeps what it has meanwhile', async () => {
    const again = held();
    api.on('GET /api/goals/a', ok({ name: 'Alla bor' }), again.reply);
    const { component, element, settled } = await show(Goal);
    component.goal.reload();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(textOf(element)).toBe('Alla bor');
    again.give(ok({ name: 'Alla bor bra' }));
    await settled();
    expect(textOf(element)).toBe('Alla bor bra');
  });

  it('has what the server read at once, without asking and without a moment of "hämtar"', async () => {
    TestBed.inject(TransferState).set(makeStateKey<Answer>('/api/goals/a'), ok({ name: 'Från servern' }));
    const fixture = TestBed.createComponent(Goal);
    fixture.detectChanges();
    expect(textOf(fixture.nativeElement)).toBe('Från servern');
    expect(api.received).toEqual([]);
  });

  it('has a refusal that the server read at once, too', () => {
    TestBed.inject(TransferState).set(makeStateKey<Answer>('/api/goals/a'), refused(404, 'goal.not-found'));
    const fixture = TestBed.createComponent(Goal);
    fixture.detectChanges();
    expect(textOf(fixture.nativeElement)).toBe('404');
    expect(api.received).toEqual([]);
  });

  it('makes the server wait for the answer before it sends the page', async () => {
    const read = jasmine.createSpy('read').and.resolveTo(ok({ name: 'I samma process' }));
    const { element } = await show(Goal, { providers: [{ provide: REQUEST_CONTEXT, useValue: { read } }] });
    expect(textOf(element)).toBe('I samma process');
    expect(read).toHaveBeenCalledOnceWith('/api/goals/a');
  });
});
