/** What decides the settings of the server. */
export interface ServerOptions {
  readonly port: number;
  /** False where the data are thrown away afterwards (specs): nothing waits for the disk. */
  readonly durable: boolean;
}

/**
 * Settings for a small server that shares its machine with the app. They are given on the command line, so that a new
 * version of the app can change them without touching a data folder.
 */
export function serverSettings({ port, durable }: ServerOptions): Readonly<Record<string, string>> {
  const waits = durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    superuser_reserved_connections: '3',
    password_encryption: 'scram-sha-256',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    max_wal_size: '512MB',
    jit: 'off',
    // Reads are small: the extra processes of the default method cost more memory than they save time.
    io_method: 'sync',
    fsync: waits,
    synchronous_commit: waits,
    full_page_writes: waits,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Statements and the details of errors can hold personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
}

/** The settings as arguments of the `postgres` program. */
export function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
