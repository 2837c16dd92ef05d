import { Injectable } from '@angular/core';
import type { AreaPageView, GoalPageView, OverviewView, StartPageView } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** The strategy and its areas and goals, with their computed status. Each method needs an injection context. */
@Injectable({ providedIn: 'root' })
export class GoalsApi {
  start(): Reading<StartPageView> {
    return reading<StartPageView>(() => '/api/start');
  }

  area(slug: () => string): Reading<AreaPageView> {
    return reading<AreaPageView>(() => `/api/areas/${encodeURIComponent(slug())}`);
  }

  goal(slug: () => string): Reading<GoalPageView> {
    return reading<GoalPageView>(() => `/api/goals/${encodeURIComponent(slug())}`);
  }

  /** Every goal at once; for those who are signed in. */
  overview(): Reading<OverviewView> {
    return reading<OverviewView>(() => '/api/overview');
  }
}
