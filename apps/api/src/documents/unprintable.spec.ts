import { withoutUnprintable } from './unprintable.js';

/** Refuses as typst does, which names each sign twice quoted. */
function print(signs: readonly string[], quote: (sign: string) => string = (sign) => sign) {
  return (text: string): string => {
    const found = signs.filter((sign) => text.includes(sign));
    if (found.length === 0) return text;
    const told = found.map(
      (sign) => `message: "PDF/UA-1 error: the text \`\\"${quote(sign)}\\"\` could not be displayed with font \`\\"Source\\"\`"`,
    );
    throw Object.assign(new Error(''), { code: `[SourceDiagnostic { ${told.join(' }, SourceDiagnostic { ')} }]` });
  };
}
const escaped = (sign: string): string => `\\\\u{${sign.codePointAt(0)?.toString(16)}}`;

describe('signs that no face has', () => {
  const cases: readonly [what: string, text: string, make: (text: string) => string, made: string][] = [
    ['stay where they can be printed', 'Fler bor här', print([]), 'Fler bor här'],
    ['become boxes, each time', 'Fler 漢 bor 漢 här', print(['漢']), 'Fler □ bor □ här'],
    ['become boxes, all of them at once', '😀漢', print(['漢', '😀']), '□□'],
    ['become boxes where they are named by their number', 'a\ue000b', print(['\ue000'], escaped), 'a□b'],
  ];
  for (const [what, text, make, made] of cases) it(what, () => expect(withoutUnprintable(text, make)).toBe(made));

  it('are the only reason to try again', () => {
    const make = jasmine.createSpy<(text: string) => string>().and.throwError('out of memory');
    expect(() => withoutUnprintable('x', make)).toThrowError('out of memory');
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('are given up on when boxes do not help', () => {
    const make = (): string => print(['漢'])('漢');
    expect(() => withoutUnprintable('x', make)).toThrow();
  });
});
