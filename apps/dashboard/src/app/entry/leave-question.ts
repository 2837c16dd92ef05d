import { Injectable } from '@angular/core';

/** What is asked before a page is left; the form that is open on it says how. */
@Injectable()
export class LeaveQuestion {
  /** False when whoever was asked wants to stay. */
  mayLeave: () => boolean | Promise<boolean> = () => true;
}
