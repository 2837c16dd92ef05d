import { crosses, type LabelRequest, overlap, placeLabels, type Stroke } from './label-placement.js';

const frame = { left: 0, top: 0, width: 300, height: 200 };
const label: LabelRequest = { x: 150, y: 100, width: 40, height: 16, gap: 8, sides: ['right', 'above', 'below', 'left'] };

describe('placeLabels', () => {
  it('takes the side liked best when nothing is in the way', () => {
    expect(placeLabels([label], [], frame)[0]?.box).toEqual({ left: 158, top: 92, width: 40, height: 16 });
  });

  it('evades a line', () => {
    const line: Stroke = { from: { x: 150, y: 100 }, to: { x: 290, y: 100 } };
    expect(placeLabels([label], [line], frame)[0]).toEqual({ box: { left: 130, top: 76, width: 40, height: 16 }, isCrossed: false });
  });

  it('stays inside the picture', () => {
    const [placed] = placeLabels([{ ...label, x: 290 }], [], frame);
    expect(placed!.box.left + placed!.box.width).toBeLessThanOrEqual(300);
  });

  it('never writes one label over another: the less important goes elsewhere or is left out', () => {
    const [first, second] = placeLabels([label, label], [], frame);
    expect(overlap(first!.box, second!.box)).toBeFalse();
    const [, left] = placeLabels(
      [
        { ...label, sides: ['right'] },
        { ...label, height: 200, sides: ['right'] },
      ],
      [],
      frame,
    );
    expect(left).toBeUndefined();
  });

  it('says so when no place is free of lines', () => {
    const fence = Array.from({ length: 60 }, (_, index): Stroke => ({ from: { x: index * 5, y: 0 }, to: { x: index * 5, y: 200 } }));
    expect(placeLabels([label], fence, frame)[0]?.isCrossed).toBeTrue();
  });
});

describe('crosses', () => {
  const box = { left: 10, top: 10, width: 10, height: 10 };
  const cases: [what: string, stroke: Stroke, answer: boolean][] = [
    ['a line through it', { from: { x: 0, y: 0 }, to: { x: 30, y: 30 } }, true],
    ['a line within it', { from: { x: 12, y: 12 }, to: { x: 13, y: 14 } }, true],
    ['a line that ends before it', { from: { x: 0, y: 0 }, to: { x: 9, y: 9 } }, false],
    ['a line past its corner', { from: { x: 0, y: 15 }, to: { x: 15, y: 0 } }, false],
    ['an upright line beside it', { from: { x: 25, y: 0 }, to: { x: 25, y: 30 } }, false],
  ];
  for (const [what, stroke, answer] of cases) {
    it(`answers ${answer ? 'yes' : 'no'} to ${what}`, () => {
      expect(crosses(stroke, box)).toBe(answer);
    });
  }
});
