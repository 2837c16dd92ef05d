import { Get } from '@nestjs/common';
import { historyView, type HistoryView } from '@slusen/contracts';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { HistoryHeadQuery } from './history-head.query.js';

@PublicController('api')
export class HistoryController {
  constructor(private readonly heads: HistoryHeadQuery) {}

  @Get('history')
  @Returns(historyView)
  async history(): Promise<HistoryView> {
    return { head: await this.heads.run() };
  }
}
