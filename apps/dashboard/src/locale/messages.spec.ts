import { globSync, readFileSync } from 'node:fs';

interface Message {
  readonly id: string;
  readonly text: string;
  readonly file: string;
}

const FILES = globSync(['apps/dashboard/src/app/**/*.{ts,html}', 'libs/ui/src/**/*.{ts,html}']).filter(
  (file) => !file.endsWith('.spec.ts'),
);
const english: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('apps/dashboard/src/locale/messages.en.json', 'utf8'),
).translations;

/** Every text with its id: `$localize` in code, `i18n-…` on attributes. */
function messages(): readonly Message[] {
  return FILES.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const inCode = [...source.matchAll(/\$localize`:@@([^:`]+):((?:[^`\\]|\\.)*)`/g)].map(([, id = '', text = '']) => ({ id, text, file }));
    const onAttributes = [...source.matchAll(/i18n-[\w-]+="@@([^"]+)"/g)].map(([, id = '']) => ({ id, text: '', file }));
    return [...inCode, ...onAttributes];
  });
}

/** `${count}:count:` in code is `{$count}` in the translation. */
function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\}:(\w+):|\{\$(\w+)\}/g)].map(([, inCode, translated]) => inCode ?? translated ?? '').sort();
}

describe('the texts of the dashboard', () => {
  const all = messages();

  it('are found at all', () => {
    expect(all.length).toBeGreaterThan(200);
  });

  it('have an id each, used in one place only', () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('all exist in English', () => {
    expect(all.filter(({ id }) => !english[id]?.trim()).map(({ id }) => id)).toEqual([]);
  });

  it('leave no English text behind when they go', () => {
    const ids = new Set(all.map(({ id }) => id));
    expect(Object.keys(english).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('name the same numbers and names in both languages', () => {
    const differing = all.filter(({ id, text }) => text && placeholders(text).join() !== placeholders(english[id] ?? '').join());
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  it('never stand in a template as i18n text, which would cost seven kibibytes of JavaScript on every page', () => {
    expect(FILES.filter((file) => /\si18n(="|>|\s)/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')))).toEqual([]);
  });
});
