import 'reflect-metadata';
import { ConfigError, readConfig } from './config.js';
import { serve } from './serve.js';

const main = async (): Promise<void> => serve(readConfig(process.env));

main().catch((error: unknown) => {
  const { message } = error as Error;
  const code = (error as { code?: string }).code;
  if (error instanceof ConfigError) process.stderr.write(`${message}\n`);
  else if (code === 'EADDRINUSE')
    process.stderr.write(`PORT ${process.env['PORT'] ?? '3000'} is taken by another program; set PORT to a free one.\n`);
  else process.stderr.write(`SLUSEN could not start: ${message}\n`);
  process.exit(1);
});
