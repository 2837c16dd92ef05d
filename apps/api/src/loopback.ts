import { isIP } from 'node:net';

/** Whether a host is this machine itself, where nobody listens on the way. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
