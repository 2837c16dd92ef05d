import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Settings } from '../../platform/settings.js';

/** In the data folder: without it nobody's second factor can be read. */
export const VAULT_FILE = 'second-factor.key';
const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];

/**
 * Encrypts what only this installation may read, with a key that lies in the data folder and not in the database: neither the database nor
 * a backup of it gives the secrets away. What is sealed for one account opens for no other.
 */
@Injectable()
export class Vault {
  private key: Promise<Buffer> | undefined;

  constructor(private readonly settings: Settings) {}

  async seal(secret: Buffer, accountId: string): Promise<Buffer> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, await this.ownKey(), nonce).setAAD(Buffer.from(accountId));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Undefined when it was not sealed for the account with this key. */
  async open(sealed: Buffer, accountId: string): Promise<Buffer | undefined> {
    const [nonce, rest] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES)];
    const decipher = createDecipheriv(CIPHER, await this.ownKey(), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(accountId));
    decipher.setAuthTag(rest.subarray(0, TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]);
    } catch {
      return undefined;
    }
  }

  /** Made when it is first needed. A folder that cannot be read or written is a fault of this moment, and looked at again at the next. */
  private ownKey(): Promise<Buffer> {
    this.key ??= this.readOrMake().catch((error: unknown) => {
      this.key = undefined;
      throw error;
    });
    return this.key;
  }

  private async readOrMake(): Promise<Buffer> {
    const { dataDir } = this.settings.config;
    const path = join(dataDir, VAULT_FILE);
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    const made = randomBytes(KEY_BYTES).toString('hex');
    // Another process may make it at the same moment; the first one stays.
    await writeFile(path, `${made}\n`, { flag: 'wx', mode: 0o600, flush: true }).catch(unlessThere);
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
    if (key.length !== KEY_BYTES) throw new Error(`${path} holds no key of ${KEY_BYTES} bytes in hexadecimal digits`);
    return key;
  }
}

function unlessThere(error: unknown): void {
  if ((error as { code?: string }).code !== 'EEXIST') throw error;
}
