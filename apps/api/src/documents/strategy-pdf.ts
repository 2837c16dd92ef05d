import { Injectable } from '@nestjs/common';
import type { Language } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { Settings } from '../platform/settings.js';
import { StrategyDocumentQuery } from '../public-pages/strategy-document.query.js';
import { siteShown } from '../settings/site.js';
import { SiteQuery } from '../settings/site.query.js';
import { printedStrategy } from './printed-strategy.js';
import { Typesetter } from './typesetter.js';

/** Which version, in which language; without a number the one in force. */
export interface WantedPdf {
  readonly version: number | undefined;
  readonly language: Language;
}

/** A version of the strategy with the name that its file has. */
export interface StrategyPdf {
  readonly file: string;
  readonly pdf: Buffer;
}

/** The strategy as a PDF that everyone can read (PDF/UA-1), for the agenda of a council and for the archive. */
@Injectable()
export class StrategyPdfs {
  constructor(
    private readonly documents: StrategyDocumentQuery,
    private readonly sites: SiteQuery,
    private readonly typesetter: Typesetter,
    private readonly settings: Settings,
  ) {}

  /** Throws as `StrategyDocumentQuery` does. */
  async make({ version, language }: WantedPdf, asOf: AsOf): Promise<StrategyPdf> {
    const [document, site] = await Promise.all([this.documents.run(version, asOf), this.sites.run()]);
    const { municipality } = siteShown(site);
    const { isPractice } = this.settings.config;
    const pdf = await this.typesetter.pdf(printedStrategy(document, { language, municipality, isPractice }));
    return { file: `strategi-version-${document.version}${language === 'sv' ? '' : `-${language}`}.pdf`, pdf };
  }
}
