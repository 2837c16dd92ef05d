/** Letters that are seen nowhere: soft hyphens, zero-width marks, a byte order mark that was copied along. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** A name without what spreadsheets and keyboards change of it unseen: case, spaces, and how a letter is composed. */
export function folded(name: string): string {
  return name.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, '').toLowerCase();
}

/** The code of an area without its noughts too, which a spreadsheet takes from what it believes is a number. */
export function foldedCode(code: string): string {
  return folded(code).replace(/^0+(?=.)/, '');
}
