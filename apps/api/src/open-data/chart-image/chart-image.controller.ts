import { Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { chartSourceOf, seriesChartInput } from '@slusen/charts';
import { indicatorPage, known, language, slug } from '@slusen/contracts';
import type { FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';
import { hash } from 'node:crypto';
import * as z from 'zod';
import { IndicatorPageQuery } from '../../public-pages/indicator-page.query.js';
import type { AsOf } from '../../platform/as-of.js';
import { Known } from '../../platform/known.js';
import { MEMORY } from '../../platform/memory.js';
import { PublicController } from '../../platform/public-answer.js';
import { chartPng, chartSvg } from './chart-image.js';

const file = z
  .string()
  .max(130)
  .regex(/^[a-z0-9-]+\.(?:svg|png)$/, 'file.unknown');
const variant = z.strictObject({
  goal: slug.optional(),
  theme: z.enum(['light', 'dark']).default('light'),
  size: z.enum(['wide', 'narrow']).default('wide'),
  lang: language.default('sv'),
  /** Fingerprint of what is shown (`chartVersion`): a page asks for the image that it was made with, past a copy of an older one. */
  v: z.string().max(20).optional(),
  known,
});

/** Charts as pictures: the first paint of a page, an embed, a link preview. Drawn once for what they show. */
@PublicController('diagram')
export class ChartImageController {
  private readonly drawn = new LRUCache<string, Buffer>({ maxSize: MEMORY.pictures, sizeCalculation: (image) => image.length });

  constructor(private readonly pages: IndicatorPageQuery) {}

  @Get(':file')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @ApiProduces('image/svg+xml', 'image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async image(
    @Param('file', { schema: file }) name: string,
    @Query({ schema: variant }) { goal, theme, size, lang }: z.output<typeof variant>,
    @Known() asOf: AsOf,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const [indicator = '', ending] = name.split('.');
    // As the page reads it, so that both make the same fingerprint.
    const source = chartSourceOf(indicatorPage.parse(await this.pages.run(indicator, asOf)), goal, lang);
    const input = seriesChartInput(source, lang);
    const draw = () => (ending === 'png' ? chartPng(input, { theme, size }) : Buffer.from(chartSvg(input, { theme, size })));
    void reply.type(ending === 'png' ? 'image/png' : 'image/svg+xml; charset=utf-8');
    return this.once(hash('sha256', JSON.stringify([input, theme, size, ending])), draw);
  }

  private once(key: string, draw: () => Buffer): Buffer {
    const kept = this.drawn.get(key);
    if (kept) return kept;
    const image = draw();
    this.drawn.set(key, image);
    return image;
  }
}
