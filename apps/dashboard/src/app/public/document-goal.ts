import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyDocument } from '@slusen/contracts';
import { actionStateText, actionTimeText, documentWord, type ActionTime, type DocumentPart } from '@slusen/domain';
import { ExampleMark, injectLanguage, LocalizedText } from '@slusen/ui';
import { DocumentText } from './document-text.js';
import { RoleHolders } from './role-holders.js';

/** A goal within the strategy as a document: what was decided of it, what measures it, who does what. */
@Component({
  selector: 'app-document-goal',
  imports: [DocumentText, ExampleMark, LocalizedText, RoleHolders, RouterLink],
  templateUrl: './document-goal.html',
})
export class DocumentGoal {
  readonly goal = input.required<StrategyDocument['areas'][number]['goals'][number]>();
  /** Its place in the document: "2.1". */
  readonly number = input.required<string>();
  /** A goal of the version in force has a page of its own. */
  readonly hasPage = input.required<boolean>();
  protected readonly language = injectLanguage();

  protected word(part: DocumentPart): string {
    return documentWord(part, this.language);
  }

  /** How far an action has come, and when. */
  protected told(action: ActionTime): string {
    return `${actionStateText(action, this.language)} · ${actionTimeText(action, this.language)}`;
  }
}
