import { territoryKindText, type TerritoryKind } from '@slusen/domain';
import type { FileRow } from './file-columns.js';
import { ImportFault, refuse, type RowFault } from './import-fault.js';
import { folded, foldedCode } from './spelling.js';

/** An area by its Swedish name. */
export interface KnownArea {
  readonly id: number;
  readonly name: string;
  readonly kind: TerritoryKind;
}

/** What areas are that are told from others of their name: municipalities (the own one, or another), or places in them. */
export type AreaKind = 'municipality' | 'locality';

/** The areas that a row's own may be. */
export interface AreaRegister {
  /** Those that are there, by code. */
  readonly territories: ReadonlyMap<string, KnownArea>;
  /** Which of those of one name are meant, where the row does not say it. */
  readonly areaKind?: AreaKind | undefined;
  readonly mayCreate: { readonly areas: boolean };
}

/** The code of a municipality, with its noughts or without them. */
const MUNICIPAL_CODE = /^\d{3,4}$/;

/** What a row says of its area. */
type SaidOfArea = Pick<FileRow, 'municipality_code' | 'municipality' | 'municipality_kind'>;

/** The code of a row's area. Refuses one of another name, one that is not there and may not be made, or that a new row could not be made from. */
export function areaOfRow(row: number, said: SaidOfArea, register: AreaRegister): string {
  const { territories, mayCreate } = register;
  const { municipality_code: written, municipality } = said;
  // A column of areas often holds their codes, whatever it is headed.
  const isCode = written === '' && (territories.has(municipality) || MUNICIPAL_CODE.test(municipality));
  const [code, name] = isCode ? [municipality, ''] : [written, municipality];
  const area = code || (codeOfName(row, said, register) ?? '');
  const known = territories.get(area);
  if (known) {
    checkAreaName(row, { area, name, known: known.name });
    return area;
  }
  refuse(
    alikeFaults(
      row,
      { code: area, name },
      [...territories].map(([code, { name: known }]) => ({ code, name: known })),
    ),
  );
  if (area === '' || !mayCreate.areas)
    throw new ImportFault({ row, column: 'municipality_code', code: 'territory.unknown', facts: { area: area || name } });
  if (name === '') throw new ImportFault({ row, column: 'municipality', code: 'territory.unnamed', facts: { area } });
  return area;
}

/** The code of the known area of a name, where a file has no codes; two of one name are told apart by their kinds. */
function codeOfName(
  row: number,
  { municipality: name, municipality_kind: kind }: SaidOfArea,
  { territories, areaKind }: AreaRegister,
): string | undefined {
  if (name === '') return undefined;
  const named = [...territories].filter(([, known]) => folded(known.name) === folded(name) && (kind === '' || isOfKind(known, kind)));
  if (named.length <= 1) return named[0]?.[0];
  const meant = kind === '' ? named.filter(([, known]) => (known.kind === 'comparison' ? 'municipality' : known.kind) === areaKind) : [];
  if (meant.length === 1) return meant[0]?.[0];
  const facts = { name, codes: named.map(([code]) => code) };
  throw new ImportFault({ row, column: 'municipality', code: 'territory.ambiguous', facts });
}

const isOfKind = ({ kind }: KnownArea, written: string): boolean => [kind, folded(territoryKindText(kind))].includes(folded(written));

/** An area by its code and its name, as a file writes them. */
export interface WrittenArea {
  readonly code: string;
  readonly name: string;
}

/**
 * What is wrong with a new area that one of the others is, written otherwise: a spreadsheet that takes codes for numbers makes 884 of 0884,
 * and a known name with a new code is a slip in one of the two.
 */
export function alikeFaults(row: number, { code: area, name }: WrittenArea, others: readonly WrittenArea[]): readonly RowFault[] {
  if (area === '') return [];
  const sameCode = others.find(({ code }) => foldedCode(code) === foldedCode(area));
  if (sameCode) return [{ row, column: 'municipality_code', code: 'territory.without-noughts', facts: { area, expected: sameCode.code } }];
  const sameName = name === '' ? [] : others.filter((other) => folded(other.name) === folded(name));
  if (sameName.length === 0) return [];
  const facts = { area, name, expected: sameName.map(({ code }) => code) };
  return [{ row, column: 'municipality_code', code: 'territory.known-name', facts }];
}

/** A column that slipped would show one area's figures as another's. A row that leaves the name out says nothing against the code. */
export function checkAreaName(row: number, { area, name, known }: { area: string; name: string; known: string }): void {
  if (name === '' || folded(name) === folded(known)) return;
  throw new ImportFault({ row, column: 'municipality', code: 'territory.other-name', facts: { area, name, expected: known } });
}
