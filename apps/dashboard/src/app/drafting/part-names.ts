import { inject } from '@angular/core';
import type { DraftGoal } from '@slusen/contracts';
import { DraftEditor } from './draft-editor.js';

/** Says what a part of the draft is called: "Beslutet"; an area or a goal by the name that it has on the page now. */
export function injectPartName(): (key: string) => string {
  const editor = inject(DraftEditor);
  const fixed: Readonly<Record<string, string>> = {
    names: $localize`:@@draft.names:Namn och syfte`,
    decision: $localize`:@@draft.decision:Beslutet`,
    outline: $localize`:@@draft.outline:Områdenas och målens ordning`,
  };
  return (key) => {
    const content = editor.part(key).content as Pick<DraftGoal, 'name'> | null;
    return fixed[key] ?? (content?.name.sv || $localize`:@@outline.unnamed:Utan namn`);
  };
}
