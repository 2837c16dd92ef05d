import { createCanvas } from '@napi-rs/canvas';
import { DomainError } from '@slusen/domain';
import { logoType } from './logo-check.js';

const png = (): Buffer => createCanvas(8, 4).toBuffer('image/png');

describe('a logo', () => {
  const codeOf = (content: Buffer): Promise<string> =>
    logoType(content).then(
      (type) => type,
      (error: unknown) => (error as DomainError).code,
    );

  const huge = png();
  huge.writeUInt32BE(40_000, 16);
  const cases: readonly (readonly [what: string, content: Buffer, said: string])[] = [
    ['a PNG', png(), 'image/png'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
    ['an SVG after a mark and an empty line', Buffer.from('\uFEFF\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
    ['nothing', Buffer.alloc(0), 'logo.unknown-kind'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'logo.unknown-kind'],
    ['a text', Buffer.from('logotyp'), 'logo.unknown-kind'],
    [
      'an SVG in another encoding',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><title>å</title></svg>', 'latin1'),
      'logo.unknown-kind',
    ],
    ['a PNG that ends in its middle', png().subarray(0, 40), 'logo.not-a-picture'],
    ['a PNG that is only called so', Buffer.concat([png().subarray(0, 8), Buffer.alloc(80, 1)]), 'logo.too-large'],
    ['a small file with a picture that no memory holds', huge, 'logo.too-large'],
    ['more than 256 KiB', Buffer.concat([png(), Buffer.alloc(256 * 1024)]), 'logo.too-large'],
    ['a page with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'logo.active'],
  ];
  for (const [what, content, said] of cases) {
    it(`${said.startsWith('image/') ? 'can be' : 'cannot be'} ${what}`, async () => expect(await codeOf(content)).toBe(said));
  }
});
