import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { FakeApi, NO_ANSWER, ok } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { freshReading } from './fresh-reading.js';

@Component({
  template: `@if (queue.hasValue()) {
    <p>{{ queue.value().waiting }}</p>
    <input aria-label="Ord" />
  }`,
})
class Queue {
  readonly queue = freshReading<{ waiting: string }>(() => '/api/queue');
}

describe('freshReading', () => {
  let api: FakeApi;
  beforeEach(() => (api = new FakeApi().on('GET /api/queue', ok({ waiting: 'inget' }), ok({ waiting: 'ett värde' }))));

  /** People come back to the window after so many seconds. */
  function comeBackAfter(seconds: number): void {
    const now = Date.now();
    spyOn(Date, 'now').and.returnValue(now + seconds * 1000);
    dispatchEvent(new Event('focus'));
  }

  it('reads again when people come back after a while, and leaves the place they were at', async () => {
    const { element, screen, settled } = await showPage(Queue);
    const field = screen.getByLabelText<HTMLInputElement>('Ord');
    field.value = 'påbörjat';
    field.focus();
    comeBackAfter(60);
    await settled();
    expect(textOf(element)).toBe('ett värde');
    expect(screen.getByLabelText<HTMLInputElement>('Ord').value).toBe('påbörjat');
    expect(document.activeElement).toBe(field);
  });

  it('does not read again at every glance away', async () => {
    const { settled } = await showPage(Queue);
    comeBackAfter(5);
    await settled();
    expect(api.of('GET /api/queue').length).toBe(1);
  });

  it('reads again when the page one is on is chosen in the menu', async () => {
    const { element, settled } = await showPage(Queue, { at: '/granskning' });
    await TestBed.inject(Router).navigateByUrl('/granskning');
    await settled();
    expect(textOf(element)).toBe('ett värde');
  });

  it('keeps what is shown when nothing answers', async () => {
    api.on('GET /api/queue', ok({ waiting: 'inget' }), NO_ANSWER);
    const { element, settled } = await showPage(Queue);
    comeBackAfter(60);
    await settled();
    expect(textOf(element)).toBe('inget');
  });

  it('stops when the page is left', async () => {
    await showPage(Queue);
    TestBed.resetTestingModule();
    comeBackAfter(60);
    expect(api.of('GET /api/queue').length).toBe(1);
  });
});
