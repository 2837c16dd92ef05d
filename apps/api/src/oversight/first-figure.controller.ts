import { Controller, Get, Param } from '@nestjs/common';
import { firstFigure, firstValue, type FirstFigure, type FirstValue } from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { pathName } from '../platform/path-name.js';
import { Returns } from '../platform/returns.js';
import { FirstFigureQuery } from './first-figure.query.js';
import { FirstValueQuery } from './first-value.query.js';

/** The way to a first figure, of the installation and of a single indicator. */
@Controller('api/admin')
export class FirstFigureController {
  constructor(
    private readonly figure: FirstFigureQuery,
    private readonly value: FirstValueQuery,
  ) {}

  @Get('first-figure')
  @Returns(firstFigure)
  read(@ActingNow() acting: Acting): Promise<FirstFigure> {
    return this.figure.run(acting);
  }

  @Get('indicators/:slug/first-value')
  @Returns(firstValue)
  ofIndicator(@ActingNow() acting: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<FirstValue> {
    return this.value.of(acting, slug);
  }
}
