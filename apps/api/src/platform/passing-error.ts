/** What PostgreSQL says of itself: connections, resources, shutdown and start, its own limits of time, two that collided, its disk. */
const PASSING_STATE = /^(?:08\w{3}|53\w{3}|57P0\d|58\w{3}|25P0[34]|25006|57014|40001|40P01|55P03)$/;

/** What Node says of the way to it, of a socket that is gone, and of a machine that has nothing left. */
const PASSING_CODES: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_SOCKET_CLOSED'],
  ...['ENOSPC', 'EMFILE', 'ENFILE'],
]);

/** What pg, its pool and TypeORM say in words alone, without a code. */
const PASSING_WORDS = new RegExp(
  [
    // A pool with nothing left, or a server that does not answer in time.
    'timeout exceeded when trying to connect|^timeout expired$|Query read timeout',
    // A connection that broke, and work that goes on with it.
    'Connection terminated|client has encountered a connection error|Client was closed|establishing an SSL connection',
    'Received unexpected \\w+ message from backend',
    'already (?:been )?released',
    // The program is being stopped.
    'pool after calling end|not initialized|Driver not Connected|connection is not established',
  ].join('|'),
  'i',
);

interface Told {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly syscall?: unknown;
  readonly driverError?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** An error with what it was made from: TypeORM wraps what the driver said, and a host with several addresses answers with an error for each. */
function* causesOf(error: unknown, depth = 0): Generator<Told> {
  if (typeof error !== 'object' || error === null || depth > 3) return;
  const told: Told = error;
  yield told;
  const inner = Array.isArray(told.errors) ? (told.errors as unknown[]) : [];
  for (const one of [told.driverError, told.cause, ...inner]) yield* causesOf(one, depth + 1);
}

/** Whether the database, the way to it or the machine is at fault in a way that passes by itself: who asks again later is answered. */
export function isPassing(error: unknown): boolean {
  for (const { code, message, syscall } of causesOf(error)) {
    if (typeof code === 'string' && (PASSING_STATE.test(code) || PASSING_CODES.has(code))) return true;
    if (syscall === 'connect' || (typeof message === 'string' && PASSING_WORDS.test(message))) return true;
  }
  return false;
}

/** The code that the driver gave an error; empty when it gave none. */
export function codeOf(error: unknown): string {
  for (const { code } of causesOf(error)) if (typeof code === 'string') return code;
  return '';
}
