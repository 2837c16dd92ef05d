import type { Status } from '@slusen/domain';
import { show } from './testing/index.js';
import { StatusMark } from './status-mark.js';

describe('StatusMark', () => {
  const words: [status: Status, now: string, atTheEnd: string][] = [
    ['on-track', 'I fas', 'Uppfyllt'],
    ['at-risk', 'Nära', 'Delvis uppfyllt'],
    ['off-track', 'Ur fas', 'Ej uppfyllt'],
    ['not-assessable', 'Kan inte bedömas', 'Kan inte bedömas'],
  ];
  for (const [status, now, atTheEnd] of words) {
    it(`says "${now}" of ${status}, and "${atTheEnd}" at the final period`, async () => {
      const { element, give } = await show(StatusMark, { inputs: { status } });
      expect(element.innerText.trim()).toBe(now);
      await give({ isFinal: true });
      expect(element.innerText.trim()).toBe(atTheEnd);
    });
  }

  it('gives every status a shape and a sign of its own, so that colour is not needed', async () => {
    const { element, give } = await show(StatusMark, { inputs: { status: 'on-track' } });
    const drawings = new Set<string>();
    for (const [status] of words) {
      await give({ status });
      drawings.add(element.querySelector('.shape')?.outerHTML + (element.querySelector('.sign')?.getAttribute('d') ?? ''));
    }
    expect(drawings.size).toBe(4);
  });

  it('leaves the drawing out of what is read aloud', async () => {
    const { element } = await show(StatusMark, { inputs: { status: 'on-track' } });
    expect(element.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('says the word of the rule where the rule itself made one', async () => {
    const { element } = await show(StatusMark, { inputs: { status: 'at-risk', word: 'Delvis i fas' } });
    expect(element.innerText.trim()).toBe('Delvis i fas');
  });
});
