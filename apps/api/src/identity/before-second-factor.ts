import { SetMetadata } from '@nestjs/common';

export const IS_BEFORE_SECOND_FACTOR = 'slusen.before-second-factor';

/** The route is there also for who has to set up a second factor first. */
export const BeforeSecondFactor = () => SetMetadata(IS_BEFORE_SECOND_FACTOR, true);
