import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyDocument } from '@slusen/contracts';
import {
  ACTOR_ROLES,
  actorRoleWord,
  actionStatusWord,
  dateLabel,
  documentWord,
  upperFirst,
  type ActionStatus,
  type DocumentPart,
} from '@slusen/domain';
import { ExampleMark, injectLanguage, LocalizedText } from '@slusen/ui';
import { DocumentText } from './document-text.js';

/** A goal within the strategy as a document: what was decided of it, what measures it, who does what. */
@Component({
  selector: 'app-document-goal',
  imports: [DocumentText, ExampleMark, LocalizedText, RouterLink],
  templateUrl: './document-goal.html',
})
export class DocumentGoal {
  readonly goal = input.required<StrategyDocument['areas'][number]['goals'][number]>();
  /** Its place in the document: "2.1". */
  readonly number = input.required<string>();
  /** A goal of the version in force has a page of its own. */
  readonly hasPage = input.required<boolean>();
  protected readonly language = injectLanguage();
  /** The roles that someone has, in their order, each with its actors. */
  protected readonly roles = computed(() =>
    ACTOR_ROLES.map((role) => ({
      role,
      word: upperFirst(actorRoleWord(role, this.language)),
      actors: this.goal().roles.filter((one) => one.role === role),
    })).filter(({ actors }) => actors.length > 0),
  );

  protected word(part: DocumentPart): string {
    return documentWord(part, this.language);
  }

  protected state(status: ActionStatus): string {
    return actionStatusWord(status, this.language);
  }

  protected day(date: string): string {
    return dateLabel(date, this.language);
  }
}
