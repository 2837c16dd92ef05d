import { ImportFault } from '../../import-fault.js';

/** Why a packed file is not unpacked. */
type Danger = 'parts' | 'size' | 'bomb' | 'twice' | 'path' | 'doctype';

const DANGERS: Readonly<Record<Danger, string>> = {
  parts: 'more parts than any workbook has',
  size: 'too much to be unpacked',
  bomb: 'a part packed so tightly that it would fill the memory',
  twice: 'two parts of one name',
  path: 'a part whose name leads out of the file',
  doctype: 'a document type of its own',
};

/** A workbook that is made to harm, or that nobody could tell from one. */
export function unsafeWorkbook(danger: Danger, facts: Readonly<Record<string, string | number>>): ImportFault {
  return new ImportFault({ row: 1, code: 'workbook.unsafe', facts: { found: DANGERS[danger], ...facts } });
}

/** A workbook that cannot be opened. */
export function brokenWorkbook(reason: string): ImportFault {
  return new ImportFault({ row: 1, code: 'workbook.broken', facts: { reason: reason.slice(0, 200) } });
}
