import { score } from './mutation.mjs';

describe('The score of a folder', () => {
  const mutants = (...states) => ({ mutants: states.map((status) => ({ status })) });

  it('is the share of changes that a spec noticed, by failing or by never ending', () => {
    expect(score({ files: { 'a.ts': mutants('Killed', 'Timeout', 'Killed'), 'b.ts': mutants('Survived') } })).toBe(75);
    expect(score({ files: { 'a.ts': mutants('Killed', 'NoCoverage') } })).toBe(50);
  });

  it('leaves out what could not be tried', () => {
    expect(score({ files: { 'a.ts': mutants('Killed', 'CompileError', 'RuntimeError', 'Ignored') } })).toBe(100);
  });
});
