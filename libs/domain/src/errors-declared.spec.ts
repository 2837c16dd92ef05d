import { globSync, readFileSync } from 'node:fs';
import { ERRORS, type ErrorCode } from './errors.js';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('the codes of errors', () => {
  it('are declared by one subject each', () => {
    const declared = globSync('libs/domain/src/**/*-errors.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w-]+\.[\w-]+)':/gm)].map(([, code]) => code),
    );
    expect(declared.sort()).toEqual([...CODES].sort());
  });

  it('are all used somewhere', () => {
    const sources = globSync('{libs,apps}/*/src/**/*.ts').filter((file) => !/\.spec\.ts$|-errors\.ts$/.test(file));
    const used = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(CODES.filter((code) => !used.includes(`'${code}'`))).toEqual([]);
  });
});
