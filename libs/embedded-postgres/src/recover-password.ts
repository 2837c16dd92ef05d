import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Runnable } from './account.js';
import { explainFailure } from './start-error.js';

/**
 * Gives the superuser of a stopped cluster a new password, for when the file with the old one was lost: without a
 * server, since a server would ask for the password.
 * @param password letters, digits, hyphens and underscores only
 */
export async function recoverPassword(cluster: string, { account, binaries }: Runnable, password: string): Promise<void> {
  const args = ['--single', '-D', cluster, '-c', 'log_min_error_statement=panic', 'postgres'];
  const { program, args: all, options } = account.launch(binaries.program('postgres'), args);
  const child = spawn(program, all, { ...options, cwd: cluster, stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(`ALTER ROLE postgres PASSWORD '${password}'\n`);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 || output.includes('ERROR:')) throw explainFailure(output, cluster);
}
