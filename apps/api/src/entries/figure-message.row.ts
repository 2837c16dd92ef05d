import { Check, Column, Entity, Index } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { references } from '../platform/columns.js';
import { SaidOfFigureRow } from './said-of-figure.row.js';

/** What officials say to each other about a figure, whatever entry is under way. Never public. */
@Entity('figure_message')
@Index(['indicatorId', 'period'])
@Check('ck_message_asks_or_answers', 'asked_id is null or answers_id is null')
export class FigureMessageRow extends SaidOfFigureRow {
  @Column('text')
  text!: string;

  /** Whom it asks. */
  @Index()
  @Column('uuid', { nullable: true })
  askedId!: string | null;

  @references(() => AccountRow, 'asked_id')
  asked?: AccountRow;

  /** The question that it answers. */
  @Index()
  @Column('integer', { nullable: true })
  answersId!: number | null;

  @references(() => FigureMessageRow, 'answers_id')
  answers?: FigureMessageRow;
}
