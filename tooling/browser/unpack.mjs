/** Unpacks the Chromium of the package, with its libraries and fonts, into node_modules/.unpacked. */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('node_modules/.unpacked', import.meta.url));
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
// The package unpacks into the folder for temporary files, and its libraries only where it believes itself to be in a Lambda.
process.env.TMPDIR = target;
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();
