import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const IS_PUBLIC = 'slusen.public';
/** The same in the description of the API, until it is said there in OpenAPI's own words. */
export const PUBLIC_EXTENSION = 'x-public';

/** The route needs no session. Everything else does. */
export const Public = () => applyDecorators(SetMetadata(IS_PUBLIC, true), ApiExtension(PUBLIC_EXTENSION, true));
