import type { PrintedStrategy } from './printed-strategy.js';
import { Typesetter } from './typesetter.js';

const A_STRATEGY: PrintedStrategy = {
  ...{ language: 'sv', title: { text: 'SLUS', language: 'sv' }, authors: [], running: 'SLUS', notice: null, facts: [], remarks: [] },
  ...{ purpose: [], areas: [], versions: [] },
  words: Object.fromEntries(
    ['kind', 'example', 'contents', 'purpose', 'versions', 'version', 'validity', 'state', 'page', 'of'].map((word) => [word, word]),
  ),
};

describe('the typesetter', () => {
  it('tells when a document cannot be set, and sets the next one', async () => {
    const typesetter = new Typesetter();
    const broken = typesetter.pdf({ ...A_STRATEGY, words: {} });
    const whole = typesetter.pdf(A_STRATEGY);
    await expectAsync(broken).toBeRejectedWithError(/^The document could not be typeset\./);
    expect((await whole).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps what it made, and begins once for all who ask meanwhile', async () => {
    const typesetter = new Typesetter();
    const [first, second] = await Promise.all([typesetter.pdf(A_STRATEGY), typesetter.pdf(A_STRATEGY)]);
    expect([second, await typesetter.pdf(A_STRATEGY)]).toEqual([first, first]);
    expect(second).toBe(first);
  });
});
