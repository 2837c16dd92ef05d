import { constants } from 'node:fs';
import { copyFile, open, rename, stat, truncate, type FileHandle } from 'node:fs/promises';

const LARGEST = 10 * 1024 * 1024;

/** The file the database server writes its messages to; one older file is kept beside it. */
export class ServerLog {
  constructor(readonly file: string) {}

  /** Opens the file for a server that is about to start, with the place its messages will begin. */
  async open(): Promise<{ handle: FileHandle; from: number }> {
    if ((await this.size()) > LARGEST) await rename(this.file, `${this.file}.1`);
    const handle = await open(this.file, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o600);
    return { handle, from: (await handle.stat()).size };
  }

  /** Starts the file again when it has grown too large; the server keeps writing, since it appends. */
  async rotate(): Promise<void> {
    if ((await this.size()) <= LARGEST) return;
    await copyFile(this.file, `${this.file}.1`);
    await truncate(this.file);
  }

  /** What was written from a place on, at most its last 64 KiB. */
  async since(from: number): Promise<string> {
    const handle = await open(this.file, 'r');
    try {
      const { size } = await handle.stat();
      const start = Math.max(size < from ? 0 : from, size - 65_536);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  private async size(): Promise<number> {
    return (await stat(this.file).catch(() => undefined))?.size ?? 0;
  }
}
