/** What stands for a sign that no face of the document has: the box that people know from such places. */
const BOX = '□';

/** Typst's word for text that it has no sign for; it names the text twice quoted. */
const NO_SIGN = /the text `\\?"(.+?)\\?"` could not be displayed/gu;

/** One round finds them all; a second is for what only shows when the first are gone. */
const ROUNDS = 3;

/**
 * Makes something of a text, and when signs in it cannot be printed, with boxes in their place: a PDF that everyone can read must not hold
 * signs that nobody sees, and one of them must not keep the rest from being read. Throws what the making throws for other reasons.
 */
export function withoutUnprintable<Made>(text: string, make: (text: string) => Made, rounds = ROUNDS): Made {
  try {
    return make(text);
  } catch (error) {
    const unprintable = unprintableIn(error);
    if (unprintable.length === 0 || rounds === 0) throw error;
    const boxed = unprintable.reduce((rest, sign) => rest.replaceAll(sign, BOX), text);
    return withoutUnprintable(boxed, make, rounds - 1);
  }
}

/** The compiler throws its findings as one text, in the place where Node has a code. */
function unprintableIn(error: unknown): string[] {
  const { code, message } = error as { readonly code?: unknown; readonly message?: string };
  const told = typeof code === 'string' ? code : (message ?? '');
  return [...told.matchAll(NO_SIGN)].map(([, quoted = '']) =>
    quoted.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))),
  );
}
