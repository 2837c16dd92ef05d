import { explainFailure, type StartFailure } from './start-error.js';

describe('reason of a database that does not start', () => {
  const cases: [output: string, failure: StartFailure, says: RegExp][] = [
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk', /disk that holds \/d is full/],
    ['FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster', 'lock', /already uses \/d/],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'shared-memory', /still use \/d/],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port', /another program took it/],
    ['FATAL:  data directory "/d" has invalid permissions', 'permission', /may not read and write \/d/],
    ["Error: EEXIST: file already exists, mkdir '/d'", 'folder', /^DATA_DIR names \/d, where no folder can be made/],
    ["Error: ENOTDIR: not a directory, mkdir '/d/e'", 'folder', /^DATA_DIR names/],
    ["Error: EACCES: permission denied, mkdir '/d'", 'permission', /may not read and write \/d/],
    ['postgres: error while loading shared libraries: libicuuc.so.60: cannot open', 'architecture', /set DATABASE_URL/],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'memory', /not enough memory/],
    ['initdb: error: could not look up effective user ID 1234: user does not exist', 'permission', /\/etc\/passwd/],
    ['LOG:  starting\nFATAL:  could not find the words', 'other', /did not start: FATAL: +could not find the words/],
    ['PANIC:  could not read file "global/pg_control": read 0 of 296', 'damaged', /damaged .* npm run restore -- FILE/],
    ['PANIC:  could not locate a valid checkpoint record at 0/15A4F20', 'damaged', /damaged/],
    ['error: database "postgres" does not exist', 'damaged', /damaged/],
    ['FATAL:  could not open file "base/5/2601": No such file or directory', 'damaged', /damaged/],
    ['PANIC:  could not open file "global/pg_control": Permission denied', 'permission', /may not read and write/],
    ['', 'other', /it gave no reason/],
  ];
  for (const [output, failure, says] of cases) {
    it(`is ${failure} for “${output.split('\n').at(-1)}”`, () => {
      const error = explainFailure(output, '/d');
      expect(error.failure).toBe(failure);
      expect(error.message).toMatch(says);
      expect(error.message)
        .withContext('one sentence')
        .toMatch(/^[^\n]+\.$/);
    });
  }
});
