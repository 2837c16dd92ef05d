import { wordIn, type Language, type Words } from '../language.js';
import { type DisposalKind } from './disposal.js';

const KINDS: Words<DisposalKind> = {
  leaver: ['Personuppgifter för den som har slutat', 'Personal data of somebody who left'],
  events: ['Händelser om inloggning och administration', 'Events of sign-ins and administration'],
  'working-material': ['Arbetsmaterial till inmatningar', 'Working material of entries'],
  masked: ['Texter som är dolda', 'Texts that are hidden'],
  mails: ['Utgående post', 'Outgoing mail'],
};

/** What was removed: "Utgående post". */
export const disposalKindText = (kind: DisposalKind, language: Language): string => wordIn(KINDS[kind], language);

const TABLES = {
  account: ['kontots uppgifter', 'the details of the account'],
  audit_event: ['händelser i loggen', 'events of the trail'],
  entry: ['inmatningar', 'entries'],
  entry_event: ['steg i inmatningar', 'steps of entries'],
  external_identity: ['inloggningar genom kommunen', 'sign-ins of the municipality'],
  figure_message: ['frågor och svar om siffror', 'questions and answers about figures'],
  idempotency_key: ['sparade svar', 'kept answers'],
  job: ['väntande jobb', 'jobs that wait'],
  mail: ['brev', 'mails'],
  masking: ['dolda texter', 'hidden texts'],
  named_event: ['händelser där pseudonymen träder i namnets ställe', 'events where the pseudonym takes the place of the name'],
  password_link: ['länkar', 'links'],
  deputy: ['ersättarskap', 'deputies'],
  quick_reasons: ['listor med egna skäl', 'lists of own reasons'],
  recovery_code: ['reservkoder', 'recovery codes'],
  returned_reason: ['motiveringar till att något skickades tillbaka', 'reasons why something was returned'],
  role_proposal: ['föreslagna behörigheter', 'proposed roles'],
  second_factor: ['tvåstegsverifieringar', 'two-step verifications'],
  session: ['pågående inloggningar', 'sessions'],
  sign_in_attempt: ['räknade inloggningsförsök', 'counted attempts to sign in'],
} as const satisfies Words<string>;

/** What the rows of a table are called: "brev"; of history that has no word here, by its name. */
export function disposedRowsText(table: string, language: Language): string {
  return Object.hasOwn(TABLES, table) ? wordIn(TABLES[table as keyof typeof TABLES], language) : table;
}
