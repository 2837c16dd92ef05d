import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Raw, type Repository } from 'typeorm';
import { ObservationRow } from './observation.row.js';

/** When the next embargoed figure becomes public, of which no announcement tells. */
@Injectable()
export class NextPublicationQuery {
  constructor(@InjectRepository(ObservationRow) private readonly observations: Repository<ObservationRow>) {}

  /** Milliseconds; never, when no figure waits. */
  async at(): Promise<number> {
    const [next] = await this.observations.find({
      select: { id: true, publishAt: true },
      where: { publishAt: Raw((at) => `${at} > now()`) },
      order: { publishAt: 'ASC' },
      take: 1,
    });
    return next?.publishAt.getTime() ?? Number.POSITIVE_INFINITY;
  }
}
