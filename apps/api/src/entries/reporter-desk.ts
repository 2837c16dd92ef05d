import { Injectable } from '@nestjs/common';
import type { TaskList } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import { RoundPeopleQuery } from './round-people.query.js';
import { TaskListQuery } from './task-list.query.js';

/** A reporter's tasks, with who else works for their departments. */
@Injectable()
export class ReporterDesk {
  constructor(
    private readonly tasks: TaskListQuery,
    private readonly people: RoundPeopleQuery,
  ) {}

  async tasksOf(acting: Acting): Promise<TaskList> {
    const tasks = await this.tasks.ofDepartments(acting);
    const named = new Set(tasks.items.map(({ department }) => department.slug));
    return { ...tasks, people: (await this.people.ofDepartments()).filter(({ department }) => named.has(department)) };
  }
}
