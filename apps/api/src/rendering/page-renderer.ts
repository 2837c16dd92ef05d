import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inBuild } from '../platform/build-folder.js';
import { collectReads } from '../platform/read-tags.js';
import { finishedPage, type Page } from './page-cache.js';
import { cacheControlOf } from './page-rules.js';

type Read = (path: string) => Promise<{ status: number; body: unknown }>;
type Render = (request: Request, context: { read: Read }) => Promise<Response | null>;

/** The renderer sees one origin only: an address that a request brings along could be anyone's. */
const ORIGIN = 'http://slusen.invalid';

/** Where the built dashboard lies: beside the built API. */
export const DASHBOARD = inBuild('dashboard');

/** Renders pages with the dashboard's own server build; reads go through the API's routes in this process, no socket. */
@Injectable()
export class PageRenderer {
  private render: Promise<Render> | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  get isThere(): boolean {
    return existsSync(join(DASHBOARD, 'server', 'server.mjs'));
  }

  /** The page of an address; undefined when the dashboard knows no such page. */
  async page(address: string): Promise<Page | undefined> {
    const render = await (this.render ??= this.load());
    const { answer, tags } = await collectReads(() => this.rendered(render, address));
    if (!answer) return undefined;
    const { response, html } = answer;
    const contentType = response.headers.get('content-type') ?? 'text/html; charset=utf-8';
    const { status } = response;
    return finishedPage({ status, contentType, cacheControl: cacheControlOf(address, status), html, tags });
  }

  /** With its text, since a page may be read while it is written. */
  private async rendered(render: Render, address: string): Promise<{ response: Response; html: string } | undefined> {
    const response = await render(new Request(`${ORIGIN}${address}`), { read: (path) => this.read(path) });
    return response ? { response, html: await response.text() } : undefined;
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
