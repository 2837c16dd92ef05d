import { Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { releaseCalendarSelection, type ReleaseCalendarSelection } from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { PublicController } from '../platform/public-answer.js';
import { Settings } from '../platform/settings.js';
import { ReleaseCalendarQuery } from '../public-pages/release-calendar.query.js';
import { releaseCalendarIcs } from './release-calendar-ics.js';

const ICS = 'text/calendar; charset=utf-8';

/** When figures are expected, of all or of an area, as a calendar to follow, in the language of its address. */
@PublicController('')
export class ReleaseCalendarFileController {
  constructor(
    private readonly calendar: ReleaseCalendarQuery,
    private readonly settings: Settings,
  ) {}

  @Get('kalender.ics')
  @Header('content-type', ICS)
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  swedish(@Query({ schema: releaseCalendarSelection }) { area }: ReleaseCalendarSelection, @Known() asOf: AsOf): Promise<string> {
    return this.file('sv', area, asOf);
  }

  @Get('en/kalender.ics')
  @Header('content-type', ICS)
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  english(@Query({ schema: releaseCalendarSelection }) { area }: ReleaseCalendarSelection, @Known() asOf: AsOf): Promise<string> {
    return this.file('en', area, asOf);
  }

  private async file(language: Language, area: string | undefined, asOf: AsOf): Promise<string> {
    const { config, municipality } = this.settings;
    return releaseCalendarIcs(await this.calendar.run(area, asOf), { url: config.publicUrl, municipality, language });
  }
}
