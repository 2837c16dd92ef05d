import { MANIFEST_FILE, PEOPLE, type ExportManifest } from './export-manifest.js';
import { EXPORTED } from './export-tables.js';

/** What the folder is and what each file holds, for whoever opens it without the program. */
export function readmeText({ madeAt, version, withPeople, tables }: ExportManifest): string {
  const files = (language: 0 | 1): string[] =>
    tables.filter(({ name }) => name !== PEOPLE).map(({ name, rows }) => `  ${name}.csv (${rows}): ${EXPORTED[name]?.[language]}`);
  return [
    'SVENSKA',
    '',
    `Allt som fanns i SLUSEN ${madeAt} (UTC), version ${version}.`,
    'Varje fil är en tabell: kommaseparerade värden (RFC 4180) i UTF-8, med kolumnernas namn på första raden. Tidpunkter är UTC.',
    'Ett tomt fält är inget värde; "" är en tom text. Siffrorna efter filnamnet är antalet rader.',
    'Öppna filerna i ett kalkylprogram genom att läsa in dem som text: fritext som börjar med =, +, - eller @ kan annars köras som en formel.',
    'Inga lösenord, nycklar eller andra sätt att logga in finns med.',
    withPeople
      ? 'Vilka konton som är vilka personer står i people.csv, med personuppgifter.'
      : 'Personerna är inte med: kontona heter ”Konto 1” och så vidare. Fritext kan ändå nämna människor, och händelser från äldre versioner (audit_event.csv) namn, användarnamn och e-postadresser.',
    'Uppgifter som är dolda för allmänheten (masking.csv) står kvar i filerna. Vad som får lämnas ut prövas av den som lämnar ut.',
    `Läs in i en tom installation: npm run import:all -- MAPP. ${MANIFEST_FILE} har kontrollsummor.`,
    '',
    ...files(0),
    '',
    'ENGLISH',
    '',
    `Everything that was in SLUSEN at ${madeAt} (UTC), version ${version}.`,
    'Each file is a table: comma separated values (RFC 4180) in UTF-8 with the names of the columns in the first line. Times are UTC.',
    'An empty field is no value; "" is an empty text. The number after a file’s name is how many rows it has.',
    'Open the files in a spreadsheet by reading them in as text: free text that begins with =, +, - or @ may be run as a formula otherwise.',
    'No passwords, keys or other ways to sign in are included.',
    withPeople
      ? 'Which account is which person stands in people.csv, with personal data.'
      : 'The people are not included: accounts are called “Konto 1” and so on. Free text may still mention somebody, and events that older versions wrote (audit_event.csv) names, user names and addresses.',
    'What is hidden from the public (masking.csv) still stands in the files. Whoever hands them out decides what may be handed out.',
    `Read into an empty installation: npm run import:all -- FOLDER. ${MANIFEST_FILE} has checksums.`,
    '',
    ...files(1),
    '',
  ].join('\n');
}
