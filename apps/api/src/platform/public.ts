import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'slusen.public';

/** The route needs no session. Everything else does. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
