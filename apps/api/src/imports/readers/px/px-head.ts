import { ImportFault } from '../../import-fault.js';
import type { Category, Dimension } from '../cube.js';
import { brokenPx, textsOf, type PxStatement } from './px-statements.js';
import { timeScale, type TimeScale } from './px-time.js';

/** What a PX file says of its data before they come. */
export interface PxAbout {
  readonly title: string;
  readonly source?: string | undefined;
  readonly unit?: string | undefined;
  readonly dimensions: readonly Dimension[];
}

const WANTED = 'sv';

/** What the statements say, in Swedish where the file has it. Throws ImportFault for what data cannot be told apart by. */
export function aboutOf(statements: readonly PxStatement[]): PxAbout {
  if (statements.some(({ keyword }) => keyword === 'KEYS')) throw new ImportFault({ row: 1, code: 'px.keys', facts: {} });
  const said = new PxSaid(statements);
  const measured = said.first('CONTVARIABLE');
  const dimensions = said.variables().map((variable) => dimensionOf(said, variable, measured));
  if (dimensions.length === 0) throw brokenPx('neither STUB nor HEADING names a variable');
  const title = said.first('CONTENTS') ?? said.first('TITLE') ?? '';
  const unit = said.first('UNITS');
  const measure: Dimension = { name: 'innehåll', role: 'measure', categories: [{ code: title, label: title, unit }] };
  const hasMeasure = dimensions.some(({ role }) => role === 'measure');
  return { title, source: said.first('SOURCE'), unit, dimensions: hasMeasure ? dimensions : [measure, ...dimensions] };
}

/** A variable by its name in the language that is read, and in the file's own. */
interface Variable {
  readonly name: string;
  readonly own: string;
}

class PxSaid {
  constructor(private readonly statements: readonly PxStatement[]) {}

  /** The one text that a keyword says of all. */
  first(keyword: string): string | undefined {
    const text = this.textOf(keyword, WANTED, []) ?? this.textOf(keyword, undefined, []);
    return text === undefined ? undefined : textsOf(text)[0]?.trim();
  }

  variables(): readonly Variable[] {
    return ['STUB', 'HEADING'].flatMap((keyword) => {
      const own = textsOf(this.textOf(keyword, undefined, []) ?? '');
      const wanted = textsOf(this.textOf(keyword, WANTED, []) ?? '');
      return own.map((name, at) => ({ own: name, name: wanted[at] ?? name }));
    });
  }

  /** What a keyword says of a variable: in the language that is read, else in the file's own. */
  of(keyword: string, { name, own }: Variable): string | undefined {
    return this.textOf(keyword, WANTED, [name]) ?? this.textOf(keyword, undefined, [own]) ?? this.textOf(keyword, undefined, [name]);
  }

  unitOf(category: Category): string | undefined {
    const text = this.textOf('UNITS', WANTED, [category.label]) ?? this.textOf('UNITS', undefined, [category.label]);
    return text === undefined ? this.first('UNITS') : textsOf(text)[0];
  }

  private textOf(keyword: string, language: string | undefined, of: readonly string[]): string | undefined {
    return this.statements.find(
      (one) =>
        one.keyword === keyword && one.language === language && one.of.length === of.length && one.of.every((name, at) => name === of[at]),
    )?.text;
  }
}

function dimensionOf(said: PxSaid, variable: Variable, measured: string | undefined): Dimension {
  const values = textsOf(said.of('VALUES', variable) ?? '');
  if (values.length === 0) throw brokenPx(`there are no VALUES of "${variable.own}"`);
  const codes = textsOf(said.of('CODES', variable) ?? '');
  if (codes.length > 0 && codes.length !== values.length)
    throw brokenPx(`"${variable.own}" has ${values.length} VALUES and ${codes.length} CODES`);
  const time = timeScale(said.of('TIMEVAL', variable), values.length);
  const categories = values.map((label, at) => ({ code: time?.periods[at] ?? codes[at] ?? label, label }));
  const role = roleOf(said, variable, { measured, time });
  return {
    name: variable.name,
    role,
    categories: role === 'measure' ? categories.map((one) => ({ ...one, unit: said.unitOf(one) })) : categories,
  };
}

function roleOf(
  said: PxSaid,
  variable: Variable,
  { measured, time }: { readonly measured: string | undefined; readonly time: TimeScale | undefined },
): Dimension['role'] {
  if (variable.name === measured || variable.own === measured) return 'measure';
  const type = textsOf(said.of('VARIABLE-TYPE', variable) ?? '')[0]?.toUpperCase();
  if (time || type === 'T' || type === 'TIME') return 'time';
  return type === 'G' || type === 'GEOGRAPHICAL' || said.of('MAP', variable) !== undefined ? 'area' : undefined;
}
