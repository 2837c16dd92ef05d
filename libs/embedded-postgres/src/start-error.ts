/** Why the embedded database did not start; `killed`, `lock` and `shared-memory` may pass within seconds. */
export type StartFailure =
  | 'architecture'
  | 'damaged'
  | 'disk'
  | 'folder'
  | 'in-use'
  | 'killed'
  | 'lock'
  | 'memory'
  | 'other'
  | 'permission'
  | 'port'
  | 'shared-memory'
  | 'version';

/** The embedded database cannot run; the message is one sentence for whoever started the program. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';

  constructor(
    readonly failure: StartFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface Known {
  readonly pattern: RegExp;
  readonly failure: StartFailure;
  readonly sentence: (folder: string) => string;
}

/** The messages of PostgreSQL 18 and of the dynamic loader; the first that matches decides. */
const KNOWN: readonly Known[] = [
  {
    pattern: /No space left on device|ENOSPC|Disk quota exceeded/,
    failure: 'disk',
    sentence: (folder) => `The disk that holds ${folder} is full; free some space and start again.`,
  },
  {
    pattern: /(EEXIST|ENOTDIR|ENAMETOOLONG|ELOOP): [^\n]* mkdir/,
    failure: 'folder',
    sentence: (folder) => `DATA_DIR names ${folder}, where no folder can be made, since a file is in the way or the name cannot be used.`,
  },
  {
    pattern: /pre-existing shared memory block/,
    failure: 'shared-memory',
    sentence: (folder) => `Processes of an earlier database server still use ${folder}.`,
  },
  {
    pattern: /lock file "[^"]*" (already exists|is empty)/,
    failure: 'lock',
    sentence: (folder) => `Another database server already uses ${folder}.`,
  },
  {
    pattern: /Address already in use|could not bind|could not create any TCP\/IP sockets/,
    failure: 'port',
    sentence: () => 'The database could not listen on its port, since another program took it.',
  },
  {
    pattern: /initialized by PostgreSQL version|database files are incompatible/,
    failure: 'version',
    sentence: (folder) => `The database in ${folder} was made by another version of PostgreSQL.`,
  },
  {
    pattern: /loading shared libraries|Exec format error|ENOEXEC|GLIBC_|Bad CPU type|Library not loaded/,
    failure: 'architecture',
    sentence: () => 'The bundled PostgreSQL does not run on this system; set DATABASE_URL to a PostgreSQL 15 or later instead.',
  },
  {
    pattern: /Permission denied|EACCES|EPERM|EROFS|Read-only file system|ownership|invalid permissions|owns the data/,
    failure: 'permission',
    sentence: (folder) => `The account that runs the database may not read and write ${folder}.`,
  },
  {
    pattern:
      /global\/pg_control|control file (?:contains|appears|has wrong)|(?:valid|invalid) checkpoint record|database "[^"]+" does not exist|could not (?:open|read) (?:file|directory) "(?:base|global|pg_)/,
    failure: 'damaged',
    sentence: (folder) =>
      `The database in ${folder} is damaged and cannot be opened; move that folder away and read the latest backup with npm run restore -- FILE.`,
  },
  {
    pattern: /could not look up effective user ID/,
    failure: 'permission',
    sentence: () => 'The user who runs the program has no entry in /etc/passwd, which PostgreSQL requires.',
  },
  {
    pattern: /Cannot allocate memory|could not (create|map|resize)[^\n]*shared memory|ENOMEM/,
    failure: 'memory',
    sentence: () => 'There is not enough memory to start the database.',
  },
];

/**
 * Turns what a database program wrote before it gave up into one sentence.
 * @param output text of its log, or the message of a failed system call
 * @param folder the folder the sentence names
 */
export function explainFailure(output: string, folder: string): DatabaseStartError {
  const options = { cause: new Error(output.trim() || 'no output') };
  const known = KNOWN.find(({ pattern }) => pattern.test(output));
  if (known) return new DatabaseStartError(known.failure, known.sentence(folder), options);
  const last = output.match(/(?:FATAL|PANIC|error): .*/g)?.at(-1) ?? output.trim().split('\n').at(-1) ?? '';
  return new DatabaseStartError('other', `The database in ${folder} did not start: ${last || 'it gave no reason'}.`, options);
}
