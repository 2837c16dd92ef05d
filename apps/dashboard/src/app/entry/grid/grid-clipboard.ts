/**
 * Reads what a spreadsheet puts on the clipboard: cells between tabs, rows between line breaks, a cell with either of them within quotes, in
 * which a quote is written twice. A quote that is never closed is a character like any other. The line break at the end belongs to the last row.
 */
export function parseBlock(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (plain === '') return [];
  const rows: string[][] = [[]];
  let rest = plain;
  while (true) {
    const cell = cellAt(rest);
    rows.at(-1)?.push(cell.text);
    const separator = rest[cell.length];
    if (separator === undefined) return rows;
    if (separator === '\n') rows.push([]);
    rest = rest.slice(cell.length + 1);
  }
}

/** The cell that a text begins with, and how much of it that takes. */
function cellAt(text: string): { readonly text: string; readonly length: number } {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text);
  if (quoted) return { text: (quoted[1] ?? '').replaceAll('""', '"'), length: quoted[0].length };
  const [plain = ''] = /^[^\t\n]*/.exec(text) ?? [];
  return { text: plain, length: plain.length };
}

/** What a spreadsheet reads as the same cells. */
export function formatBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(written).join('\t')).join('\n');
}

function written(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
