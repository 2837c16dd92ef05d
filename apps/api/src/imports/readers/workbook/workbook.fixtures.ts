import { strToU8, zipSync } from 'fflate';

/** A cell of a sheet: a text, a number, or what else its element holds. */
export type FixtureCell = string | number | null | { readonly xml: string };

/** Styles of the fixtures: 0 plain, 1 a day, 2 percent, 3 percent of its own making. */
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot; x&quot;%"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>`;
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const letter = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function cellXml(cell: FixtureCell, ref: string): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${ref}"`);
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

/** The part of a sheet with these rows; `after` stands behind them. */
export function sheetXml(rows: readonly (readonly FixtureCell[])[], after = ''): string {
  const written = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${letter(column)}${at + 1}`)).join('')}</row>`,
  );
  return `<?xml version="1.0"?><worksheet ${MAIN}><sheetData>${written.join('')}</sheetData>${after}</worksheet>`;
}

/** The parts of a workbook with these sheets; a part named in `more` stands in the place of its own. */
export function workbookParts(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Record<string, Uint8Array> {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"/>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheets[name] ?? ''])),
    ...more,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}

/** The bytes of such a workbook. */
export const workbookBytes = (...given: Parameters<typeof workbookParts>): Buffer => Buffer.from(zipSync(workbookParts(...given)));

/** A day as a workbook keeps it: counted from the last day of 1899. */
export const dayCell = (day: string): FixtureCell => ({
  xml: `<c s="1"><v>${Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569}</v></c>`,
});
