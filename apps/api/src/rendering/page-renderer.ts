import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inBuild } from '../platform/build-folder.js';
import { DomainError } from '@slusen/domain';
import { collectReads } from '../platform/read-tags.js';
import { Settings } from '../platform/settings.js';
import { finishedPage, type Page } from './page-cache.js';
import { cacheControlOf } from './page-rules.js';
import { languageOf, practiceMarked } from './practice-mark.js';

type Read = (path: string) => Promise<{ status: number; body: unknown }>;
type Render = (request: Request, context: { read: Read; fail: (error: unknown) => void }) => Promise<Response | null>;

/** The renderer sees one origin only: an address that a request brings along could be anyone's. */
const ORIGIN = 'http://slusen.invalid';

/** Where the built dashboard lies: beside the built API. */
export const DASHBOARD = inBuild('dashboard');

/** Renders pages with the dashboard's own server build; reads go through the API's routes in this process, no socket. */
@Injectable()
export class PageRenderer {
  private render: Promise<Render> | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly settings: Settings,
  ) {}

  get isThere(): boolean {
    return existsSync(join(DASHBOARD, 'server', 'server.mjs'));
  }

  /** The page of an address; undefined when the dashboard knows no such page. */
  async page(address: string): Promise<Page | undefined> {
    const render = await (this.render ??= this.load());
    const { answer, tags } = await collectReads(() => rendered(address, render, (path) => this.read(path)));
    if (!answer) return undefined;
    const { response } = answer;
    const html = this.settings.config.isPractice ? practiceMarked(answer.html, languageOf(address)) : answer.html;
    const contentType = response.headers.get('content-type') ?? 'text/html; charset=utf-8';
    const { status } = response;
    return finishedPage({ status, contentType, cacheControl: cacheControlOf(address, status), html, tags });
  }

  private async load(): Promise<Render> {
    const file = pathToFileURL(join(DASHBOARD, 'server', 'server.mjs')).href;
    return ((await import(file)) as { render: Render }).render;
  }

  /** What a visitor without an account would get from the API: no cookie goes along. */
  private async read(path: string): Promise<{ status: number; body: unknown }> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const answer = await fastify.inject({ method: 'GET', url: path });
    return { status: answer.statusCode, body: answer.body ? (JSON.parse(answer.body) as unknown) : null };
  }
}

/**
 * A page with its text, since it may be read while it is written. Throws what a part of it failed with, or could not read: the page does
 * without that part, and would be kept as if it were whole.
 * @internal
 */
export async function rendered(address: string, render: Render, read: Read): Promise<{ response: Response; html: string } | undefined> {
  const failures: unknown[] = [];
  const fail = (error: unknown): void => void failures.push(error);
  const reads = untilFailed(read);
  const response = await render(new Request(`${ORIGIN}${address}`), { read: reads.read, fail });
  const html = await response?.text();
  if (failures.length > 0) throw failures[0];
  if (!response || html === undefined) return undefined;
  const unread = reads.failed();
  if (unread && response.status < 500) throw unread.status === 503 ? new DomainError('service.unavailable') : new Error(unread.sentence);
  return { response, html };
}

interface Unread {
  readonly status: number;
  readonly sentence: string;
}

/** Reads until the first answer that what is behind them is away: one page waits for that once, not again for each of its parts. */
function untilFailed(read: Read): { readonly read: Read; failed(): Unread | undefined } {
  let away: Awaited<ReturnType<Read>> | undefined;
  let failed: Unread | undefined;
  const reading = async (path: string): ReturnType<Read> => {
    if (away) return away;
    const answer = await read(path);
    const { status } = answer;
    if (status === 503) away = answer;
    if (status >= 500) failed ??= { status, sentence: `${path} answered ${status}` };
    return answer;
  };
  return { read: reading, failed: () => failed };
}
