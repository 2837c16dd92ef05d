import { inject, Injectable } from '@angular/core';
import type { ImportChoices, ImportList, ImportRowList, ImportSource, ImportSourceList, ImportStep, ImportView } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { freshReading } from './fresh-reading.js';
import { reading, type Reading } from './reading.js';

const IMPORTS = '/api/imports';
const SOURCES = '/api/import-sources';

/** Files of figures on their way. Methods that return a reading need an injection context. */
@Injectable({ providedIn: 'root' })
export class ImportsApi {
  private readonly client = inject(ApiClient);

  list(): Reading<ImportList> {
    return freshReading<ImportList>(() => IMPORTS);
  }

  one(id: () => string): Reading<ImportView> {
    return freshReading<ImportView>(() => pathOf(id()));
  }

  /** The same, asked once. */
  now(id: string): Promise<ImportView> {
    return this.client.get<ImportView>(pathOf(id));
  }

  rows(path: () => string | undefined): Reading<ImportRowList> {
    return reading<ImportRowList>(path);
  }

  sources(areWanted: () => boolean): Reading<ImportSourceList> {
    return reading<ImportSourceList>(() => (areWanted() ? SOURCES : undefined));
  }

  send(file: File): Promise<ImportView> {
    const path = `${IMPORTS}?file=${encodeURIComponent(file.name.slice(-200))}`;
    return this.client.send<ImportView>({ method: 'POST', path, body: file, headers: { 'Content-Type': 'application/octet-stream' } });
  }

  choose({ id, version }: ImportView, choices: ImportChoices, key: string): Promise<ImportView> {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` };
    return this.client.send<ImportView>({ method: 'PUT', path: `${pathOf(id)}/choices`, body: choices, headers });
  }

  step({ id, version }: ImportView, step: ImportStep, key: string): Promise<ImportView> {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` };
    return this.client.send<ImportView>({ method: 'POST', path: `${pathOf(id)}/steps`, body: step, headers });
  }

  mark(source: ImportSource, key: string): Promise<ImportSource> {
    return this.client.send<ImportSource>({ method: 'PUT', path: SOURCES, body: source, headers: { 'Idempotency-Key': key } });
  }
}

/** The address of a file on its way. */
const pathOf = (id: string): string => `${IMPORTS}/${encodeURIComponent(id)}`;
