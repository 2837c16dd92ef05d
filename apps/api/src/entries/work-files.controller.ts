import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActingNow, type Acting } from '../identity/acting.js';
import { EntryDesk } from './entry-desk.js';
import { OwnHistoryQuery } from './own-history.query.js';
import { stepsCsv, tasksCsv } from './work-csv.js';

const CSV = 'text/csv; charset=utf-8';

/** One's own tasks and history as files. */
@Controller('api/tasks')
export class WorkFilesController {
  constructor(
    private readonly desk: EntryDesk,
    private readonly history: OwnHistoryQuery,
  ) {}

  @Get('own.csv')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="mina-uppgifter.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async tasks(@ActingNow() acting: Acting): Promise<string> {
    return tasksCsv((await this.desk.tasksOf(acting)).items);
  }

  @Get('history.csv')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="min-historik.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async steps(@ActingNow() acting: Acting): Promise<string> {
    return stepsCsv(await this.history.of(acting));
  }
}
