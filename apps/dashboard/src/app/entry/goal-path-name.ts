import { Component, input } from '@angular/core';
import { ExampleMark, LocalizedText } from '@slusen/ui';
import type { GoalPath } from './goal-paths.js';

/** Whose target path it is that a figure is read beside: "Enligt målbanan för målet Fler invånare", marked where it is an example. */
@Component({
  selector: 'app-goal-path-name',
  imports: [ExampleMark, LocalizedText],
  template: `
    {{ term() }}
    @if (path().goal; as goal) {
      &ngsp;{{ texts.ofGoal }}&ngsp;<span [uiText]="goal"></span>
    }
    @if (path().target.isExample) {
      &ngsp;<ui-example-mark />
    }
  `,
})
export class GoalPathName {
  protected readonly texts = {
    ofGoal: $localize`:@@goal-path.of-goal:för målet`,
  };
  readonly path = input.required<GoalPath>();
  /** What the path is read for. */
  readonly term = input.required<string>();
}
