import { ImportFault } from '../../import-fault.js';

/** A keyword of a PX file, of a variable or value where it names one, with what it says. */
export interface PxStatement {
  readonly keyword: string;
  readonly language?: string | undefined;
  readonly of: readonly string[];
  /** As it is written. */
  readonly text: string;
}

/** Characters of everything before the data: thousands of areas with their names have some hundred thousand. */
const LONGEST_HEAD = 8 * 1024 * 1024;

/** A PX file that is not as it should be. */
export const brokenPx = (reason: string, row = 1): ImportFault => new ImportFault({ row, code: 'px.broken', facts: { reason } });

/** Takes the text of a PX file as it comes, until the data begin. */
export class PxHead {
  readonly statements: PxStatement[] = [];
  /** The text after `DATA=`, once it is reached. */
  data: string | undefined;
  private text = '';
  private at = 0;
  private isInQuotes = false;

  /** Returns whether the data have begun. */
  take(part: string): boolean {
    this.text += part;
    if (this.text.length > LONGEST_HEAD) throw brokenPx('there is no end to what stands before its data');
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at];
      if (character === '"') this.isInQuotes = !this.isInQuotes;
      if (this.isInQuotes) continue;
      if (character === ';') this.end();
      else if (character === '=' && this.isAtData()) return this.begin();
    }
    return false;
  }

  private isAtData(): boolean {
    return this.text.slice(0, this.at).trim() === 'DATA';
  }

  private begin(): true {
    this.data = this.text.slice(this.at + 1);
    return true;
  }

  private end(): void {
    const statement = this.text.slice(0, this.at);
    this.statements.push(statementOf(statement));
    this.text = this.text.slice(this.at + 1);
    this.at = -1;
  }
}

const STATEMENT = /^\s*([A-Z][A-Z0-9-]*)\s*(?:\[([A-Za-z-]+)\])?\s*(?:\(((?:\s*"[^"]*"\s*,?)*)\))?\s*=([^]*)$/;

function statementOf(written: string): PxStatement {
  const [, keyword, language, of = '', text = ''] = STATEMENT.exec(written) ?? [];
  if (keyword === undefined) throw brokenPx(`"${written.trim().slice(0, 40)}" is no keyword with what it says`);
  return { keyword, language: language?.toLowerCase(), of: textsOf(of), text: text.trim() };
}

/** The texts of a list; those beside each other without a comma are one, which is how long ones go on over lines. */
export function textsOf(list: string): string[] {
  const texts: string[] = [];
  let current: string | undefined;
  for (const [token, quoted] of list.matchAll(/"([^"]*)"|[^",\s]+|,/g)) {
    if (token === ',') {
      texts.push(current ?? '');
      current = undefined;
    } else current = (current ?? '') + (quoted ?? token);
  }
  return current === undefined ? texts : [...texts, current];
}
