import { globSync, readFileSync } from 'node:fs';

const SOURCE = 'apps/api/src/';
/** Whoever runs the server, tries it out or checks it asks for the time of day; specs and migrations are no part of a reading. */
const NO_READING = /\.(?:spec|fixtures)\.ts$|^(?:commands|demo|integrity|migrations|testing)\//;
const ASKS = /\bclock\.(?:now|today)\(|(?<!default: \(\) => '|performance\.|masks\.)\bnow\(\)/;

/** What asks a clock beside the moment that every reading is given, and why it must. */
const ALLOWED: Readonly<Record<string, string>> = {
  'platform/clock.ts': 'is the clock',
  'platform/moments.ts': 'makes the moment, once for each request and command',
  'platform/health.controller.ts': 'compares two clocks',
  'identity/acting.ts': 'is given the moment of who acts',
  'identity/account.query.ts': 'a command acts with the roles that its account holds today',
  'identity/disable-account.ts': 'writes when an account was shut out',
  'identity/housekeeping.ts': 'removes what has run out',
  'identity/password-links.ts': 'links run out by the hour',
  'identity/account-role.repository.ts': 'who holds a role today, for whoever is about to lose the last one',
  'identity/machines/machine-key.repository.ts': 'a key runs out by the hour, whatever is read with it',
  'identity/machines/make-machine-key.ts': 'writes until when a key is good',
  'identity/provider/enter-by-provider.ts': 'a way to the provider and back runs out',
  'set-up/set-up.repository.ts': 'whether somebody administers the installation today',
  'identity/second-factor/second-factor-duty.ts': 'who is an administrator no more needs no second factor',
  'identity/second-factor/second-factor.repository.ts': 'a code is good for half a minute',
  'identity/session.repository.ts': 'sessions run out by the hour, whatever is read',
  'follow-up/trend-memory.ts': 'a memory holds until a time, and serves only what is known now',
  'people/link-sender.ts': 'an invitation names the roles that are not over when it is written',
  'mail/post.ts': 'writes when a mail was asked for',
  'mail/send-mail.ts': 'sends nothing whose link is over, and writes when it was sent',
  'rendering/page-service.ts': 'a page is kept until a time, and only as it is now',
  'observations/next-publication.query.ts': 'says until when what is known now holds',
  'observations/publication-moment.ts': 'a moment that has passed says nothing of until when an answer may be kept',
  'platform/public-answer.ts': 'an answer may be kept for so long from now',
  'imports/compare-figures.ts':
    'what is published while an import goes on decides what it may put off; the database knows the hour of its commit',
  'imports/uploads/upload-desk.ts': 'writes when a file was changed last',
  'imports/uploads/upload-bench.ts': 'writes when a file was changed last',
  'imports/uploads/upload-clock.ts': 'removes what nobody went on with',
  'imports/uploads/withdraw-run.ts': 'what is public already becomes what it was from now on, and no earlier',
  'drafting/adopters.ts': 'what waits for somebody is news for some days from now',
  'drafting/draft.repository.ts': 'writes when a draft was changed last',
  'reorganising/reorganisation-round.ts': 'carries out what was planned for the day that it is',
  'jobs/daily-jobs.ts': 'asks for the job of the day that it is',
  'reminders/reminder-post.ts': 'news of a figure is news for some days from now',
  'reminders/reminded-people.query.ts': 'news of a figure goes to whoever stands in when it is written',
  'reminders/mailed-figure.ts': 'a mail names a figure as it is called when it is written',
  'entries/task-list.query.ts': 'what was done lately is told of for some days from now',
  'masking/masks.ts': 'asks no clock but what is hidden now, which is so for every moment',
};

describe('The time of day', () => {
  const asking = globSync('**/*.ts', { cwd: SOURCE })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !NO_READING.test(file) && ASKS.test(readFileSync(SOURCE + file, 'utf8')))
    .sort();

  it('is asked for nowhere below what makes the moment of a reading, but for a reason', () => {
    expect(asking.filter((file) => !(file in ALLOWED))).toEqual([]);
  });

  it('is no longer allowed to who no longer asks', () => {
    expect(Object.keys(ALLOWED).filter((file) => !asking.includes(file))).toEqual([]);
  });
});
