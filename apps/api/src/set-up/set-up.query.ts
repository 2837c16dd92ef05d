import { Injectable } from '@nestjs/common';
import type { SetUpView } from '@slusen/contracts';
import { isIdentified } from '@slusen/domain';
import { SiteQuery } from '../settings/site.query.js';
import { SetUpRepository } from './set-up.repository.js';

/** How far the set-up of this installation has come; it is told by what is there, and kept nowhere. */
@Injectable()
export class SetUpQuery {
  private isBegun = false;

  constructor(
    private readonly repository: SetUpRepository,
    private readonly site: SiteQuery,
  ) {}

  async run(): Promise<SetUpView> {
    const { has_administrator, has_strategy } = await this.repository.beginnings();
    const { sources } = await this.site.run();
    if (!has_administrator) return { needs: 'administrator' };
    if (!isIdentified(sources)) return { needs: 'municipality' };
    return { needs: has_strategy ? 'nothing' : 'strategy' };
  }

  /**
   * Whether every page leads to the set-up: nobody administers the installation or it is nobody's, and there is nothing to show. What was
   * once begun is never asked about again.
   */
  async leads(): Promise<boolean> {
    if (this.isBegun) return false;
    const { has_strategy } = await this.repository.beginnings();
    const { needs } = await this.run();
    this.isBegun = has_strategy || needs === 'strategy' || needs === 'nothing';
    return !this.isBegun;
  }
}
