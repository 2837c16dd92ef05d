import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { MadeExport } from '@slusen/contracts';
import { DomainError, stockholmDate, type Instant } from '@slusen/domain';
import { createReadStream, type ReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Settings } from '../../platform/settings.js';
import { VERSION } from '../../platform/version.js';
import { writeExportArchive } from './export-archive.js';

/** Long enough to begin a download, and no longer: it is a copy of everything. */
const KEPT_MS = 10 * 60_000;
const ENDING = '.tar.gz';

/** A file on its way to whoever asked for it. */
export interface Download {
  readonly name: string;
  readonly bytes: number;
  readonly content: ReadStream;
}

/** Exports that wait to be downloaded: in the data folder, since a container's other folder for a while is its memory. */
@Injectable()
export class ExportFiles implements OnModuleDestroy {
  private readonly folder: string;
  private readonly forgetting = new Map<string, NodeJS.Timeout>();

  constructor(
    settings: Settings,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.folder = join(settings.config.dataDir, 'exports');
  }

  async onModuleDestroy(): Promise<void> {
    for (const [path, timer] of this.forgetting) {
      clearTimeout(timer);
      await rm(path, { force: true });
    }
  }

  /** Writes everything as it is now, without people. */
  async write(id: string, at: Instant): Promise<MadeExport> {
    await this.forgetOld();
    const path = this.pathOf(id);
    const { url } = this.dataSource.options as { url: string };
    const { tables } = await writeExportArchive({ url, path, folderName: nameOf(at), version: VERSION, withPeople: false });
    this.forgetLater(path);
    return { id, bytes: (await stat(path)).size, hidden: tables.find(({ name }) => name === 'masking')?.rows ?? 0 };
  }

  /** Throws `export.not-found` when it has waited for too long. */
  async open(id: string): Promise<Download> {
    const path = this.pathOf(id);
    const file = await stat(path).catch(() => undefined);
    if (!file || this.isOld(file.mtimeMs)) throw new DomainError('export.not-found');
    return { name: nameOf(file.mtime.toISOString()) + ENDING, bytes: file.size, content: createReadStream(path) };
  }

  private pathOf(id: string): string {
    return join(this.folder, id + ENDING);
  }

  private isOld(madeMs: number): boolean {
    return this.clock.now().getTime() - madeMs > KEPT_MS;
  }

  private forgetLater(path: string): void {
    const forget = (): void => {
      this.forgetting.delete(path);
      void rm(path, { force: true });
    };
    this.forgetting.set(path, setTimeout(forget, KEPT_MS).unref());
  }

  /** What a program left that was ended in the midst. */
  private async forgetOld(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && this.isOld(found.mtimeMs)) await rm(path, { recursive: true, force: true });
    }
  }
}

const nameOf = (at: Instant): string => `slusen-${stockholmDate(at)}`;
