import { Get, Query } from '@nestjs/common';
import { releaseCalendar, releaseCalendarSelection, type ReleaseCalendar, type ReleaseCalendarSelection } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { ReleaseCalendarQuery } from './release-calendar.query.js';

/** When figures are expected. */
@PublicController('api/calendar')
export class ReleaseCalendarController {
  constructor(private readonly calendar: ReleaseCalendarQuery) {}

  @Get()
  @Returns(releaseCalendar)
  all(@Query({ schema: releaseCalendarSelection }) { area }: ReleaseCalendarSelection, @Known() asOf: AsOf): Promise<ReleaseCalendar> {
    return this.calendar.run(area, asOf);
  }
}
