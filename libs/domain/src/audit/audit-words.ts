import { wordIn, type Language, type Words } from '../language.js';

/** What is told of each action in the trail, as a sentence without who did it. */
const ACTIONS = {
  'account.add-key': ['Lade till en systemnyckel', 'Added the key of a system'],
  'account.change-password': ['Bytte sitt lösenord', 'Changed their password'],
  'account.change-roles': ['Ändrade behörigheter', 'Changed roles'],
  'account.choose-password': ['Valde lösenord', 'Chose a password'],
  'account.create': ['Lade upp ett konto', 'Made an account'],
  'account.disable': ['Stängde ett konto', 'Closed an account'],
  'account.enable': ['Öppnade ett konto igen', 'Opened an account again'],
  'account.invite': ['Bjöd in en person', 'Invited a person'],
  'account.propose-role': ['Föreslog en behörighet', 'Proposed a role'],
  'account.refuse-role': ['Avslog en föreslagen behörighet', 'Refused a role that was proposed'],
  'account.reset-password': ['Gav ett konto nytt lösenord', 'Gave an account a new password'],
  'account.reset-second-factor': ['Nollställde den andra faktorn', 'Reset the second factor'],
  'account.revoke-key': ['Återkallade en systemnyckel', 'Revoked the key of a system'],
  'account.send-link': ['Skickade en länk för att välja lösenord', 'Sent a link to choose a password'],
  'account.set-up-second-factor': ['Lade till en andra faktor', 'Set up a second factor'],
  'account.turn-off-second-factor': ['Stängde av den andra faktorn', 'Turned off the second factor'],
  'action.plan': ['Lade till en åtgärd', 'Added an action'],
  'action.revise': ['Ändrade en åtgärd', 'Changed an action'],
  'definition.revise': ['Ändrade en indikators definition', 'Changed the definition of an indicator'],
  'draft.adopt': ['Antog ett utkast till strategi', 'Adopted a draft of the strategy'],
  'draft.begin': ['Började på ett utkast till strategi', 'Began a draft of the strategy'],
  'draft.discard': ['Kastade ett utkast till strategi', 'Discarded a draft of the strategy'],
  'draft.propose': ['Föreslog att ett utkast antas', 'Proposed that a draft be adopted'],
  'draft.send-out': ['Låste ett utkast för samråd', 'Locked a draft for consultation'],
  'draft.take-back': ['Öppnade ett utkast igen', 'Opened a draft again'],
  'entry.approve': ['Godkände en inmatning', 'Approved an entry'],
  'entry.discard': ['Kastade ett utkast', 'Discarded a draft'],
  'entry.return': ['Skickade tillbaka en inmatning', 'Returned an entry'],
  'entry.save': ['Sparade en inmatning', 'Saved an entry'],
  'entry.submit': ['Lämnade in en inmatning', 'Submitted an entry'],
  'entry.withdraw': ['Tog tillbaka en inmatning', 'Withdrew an entry'],
  'import.run': ['Läste in en fil med siffror', 'Read in a file of figures'],
  'job.try-again': ['Försökte igen med ett jobb', 'Tried a job again'],
  'mail.open': ['Öppnade utgående post', 'Opened an outgoing mail'],
  'masking.hide': ['Dolde uppgifter', 'Hid what was published'],
  'masking.lift': ['Visade dolda uppgifter igen', 'Showed what was hidden'],
  'session.end': ['Avslutade en inloggning', 'Ended a session'],
  'session.end-all': ['Avslutade alla inloggningar', 'Ended every session'],
  'session.open': ['Loggade in', 'Signed in'],
  'session.refuse': ['Nekades inloggning', 'Was refused a sign-in'],
  'settings.change': ['Ändrade inställningar', 'Changed settings'],
  'strategy.import': ['Läste in strategin', 'Read in the strategy'],
  'target.decide': ['Förde in ett målvärde', 'Entered a target'],
} as const satisfies Words<string>;

/** What was done, in words: "Godkände en inmatning"; one that this version does not know is told by its name. */
export function auditActionText(action: string, language: Language): string {
  return Object.hasOwn(ACTIONS, action) ? wordIn(ACTIONS[action as keyof typeof ACTIONS], language) : action;
}
