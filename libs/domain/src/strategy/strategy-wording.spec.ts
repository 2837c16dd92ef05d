import fc from 'fast-check';
import { differencesOf, type Wording } from '../change/difference.js';
import { expectToNameFields, expectToTellAll, perhaps, someDay, someSlug, someText, someWord } from '../change/wording.fixtures.js';
import { ACTOR_KINDS, ACTOR_ROLES, TERRITORY_KINDS } from './actor.js';
import {
  type ActorContent,
  type AreaNames,
  type GoalNames,
  type RoleContent,
  type StrategyNames,
  type TerritoryContent,
  type VersionContent,
} from './strategy-content.js';
import {
  ACTOR_WORDING,
  AREA_WORDING,
  GOAL_WORDING,
  ROLE_WORDING,
  STRATEGY_WORDING,
  TERRITORY_WORDING,
  VERSION_WORDING,
} from './strategy-wording.js';

const names: Readonly<Record<string, string>> = { kommunstyrelsen: 'Kommunstyrelsen', '0884': 'Vimmerby' };
const nameOf = (slug: string): string => names[slug] ?? slug;

/** What is said otherwise, as `field before → after`; a dash where nothing is said. */
function told<Content>(wording: Wording<Content>, before: Content, changes: Partial<Content>): string[] {
  return differencesOf(wording, [before, { ...before, ...changes }], nameOf).map(
    (difference) => `${difference.field}: ${difference.before ?? '–'} → ${difference.after ?? '–'}`,
  );
}

const STRATEGY: StrategyNames = { slug: 'slus', name: { sv: 'SLUS' }, purpose: { sv: 'Växa.', en: 'Grow.' } };
const VERSION: VersionContent = {
  number: 1,
  body: { sv: 'kommunfullmäktige' },
  decidedOn: '2017-11-27',
  validFrom: '2018-01-01',
  isExample: false,
};
const AREA: AreaNames = {
  slug: 'leva',
  name: { sv: 'Livsmiljöer' },
  shortName: { sv: 'Leva' },
  description: { sv: 'Bostäder.' },
  position: 0,
};
const GOAL: GoalNames = { slug: 'fler', name: { sv: 'Fler bor här' }, description: { sv: 'Fler.' }, isExample: false, position: 0 };
const ROLE: RoleContent = { actor: 'kommunstyrelsen', role: 'leads' };
const ACTOR: ActorContent = { slug: 'gatukontoret', kind: 'department', name: { sv: 'Gatukontoret' }, isExample: false };
const PLACE: TerritoryContent = { code: '0884-tuna', kind: 'locality', name: { sv: 'Tuna' } };

describe('what is decided, said otherwise than before,', () => {
  const cases: [what: string, told: string[], lines: string[]][] = [
    ['of a strategy', told(STRATEGY_WORDING, STRATEGY, { name: { sv: 'Strategi', en: 'Strategy' } }), ['namn: SLUS → Strategi', 'namn på engelska: – → Strategy']],
    ['of its purpose', told(STRATEGY_WORDING, STRATEGY, { purpose: { sv: 'Minska.' } }), ['syfte: Växa. → Minska.', 'syfte på engelska: Grow. → –']],
    ['of who decided', told(VERSION_WORDING, VERSION, { body: { sv: 'kommunstyrelsen' } }), ['beslutande organ: kommunfullmäktige → kommunstyrelsen']],
    ['of when it was decided', told(VERSION_WORDING, VERSION, { decidedOn: '2018-02-26' }), ['beslutad: 27 november 2017 → 26 februari 2018']],
    ['of a day that is not known', told(VERSION_WORDING, VERSION, { decidedOn: undefined, decidedOnText: { sv: 'hösten 2017' } }), ['beslutad: 27 november 2017 → –', 'beslutad, i ord: – → hösten 2017']],
    ['of a paragraph and its case', told(VERSION_WORDING, VERSION, { paragraph: '§ 12', dnr: '2017/44' }), ['paragraf: – → § 12', 'diarienummer: – → 2017/44']],
    ['of when it is in force', told(VERSION_WORDING, VERSION, { validFrom: '2018-07-01', validTo: '2030-12-31' }), ['gäller från: 1 januari 2018 → 1 juli 2018', 'gäller till: – → 31 december 2030']],
    ['of whether it was invented', told(VERSION_WORDING, VERSION, { isExample: true }), ['påhittad: nej → ja']],
    ['of an area', told(AREA_WORDING, AREA, { shortName: { sv: 'Bo' }, description: { sv: 'Hem.' } }), ['kort namn: Leva → Bo', 'beskrivning: Bostäder. → Hem.']],
    ['of the order of areas', told(AREA_WORDING, AREA, { position: 5 }), ['plats i ordningen: 1 → 6']],
    ['of a goal', told(GOAL_WORDING, GOAL, { name: { sv: 'Fler bor kvar' }, position: 2 }), ['namn: Fler bor här → Fler bor kvar', 'plats i ordningen: 1 → 3']],
    ['of why a goal is left unmeasured', told(GOAL_WORDING, GOAL, { deliberatelyNotMeasured: { sv: 'Går inte.' } }), ['skäl att inte mäta: – → Går inte.']],
    ['of a role', told(ROLE_WORDING, ROLE, { role: 'finances', note: { sv: 'hälften' } }), ['roll: leder → finansierar', 'kommentar till rollen: – → hälften']],
    ['of an actor', told(ACTOR_WORDING, ACTOR, { kind: 'committee', contact: '0492-76 90 00' }), ['slag: Förvaltning → Politiskt organ', 'kontakt: – → 0492-76 90 00']],
    ['of what an actor belongs to', told(ACTOR_WORDING, ACTOR, { parent: 'kommunstyrelsen' }), ['hör till: – → Kommunstyrelsen']],
    ['of a place', told(TERRITORY_WORDING, PLACE, { kind: 'comparison', parent: '0884' }), ['slag: ort → annan kommun', 'ligger i: – → Vimmerby']],
    ['of the own municipality', told(TERRITORY_WORDING, { ...PLACE, kind: 'country' }, { kind: 'municipality' }), ['slag: land → den egna kommunen']],
  ]; // prettier-ignore
  for (const [what, said, lines] of cases) it(`is told ${what} as "${lines.join('; ')}"`, () => expect(said).toEqual(lines));

  it('from nothing is all that is said, and to nothing all that was', () => {
    expect(differencesOf(ROLE_WORDING, [undefined, ROLE])).toEqual([{ field: 'roll', before: undefined, after: 'leder' }]);
    expect(differencesOf(ROLE_WORDING, [ROLE, undefined])).toEqual([{ field: 'roll', before: 'leder', after: undefined }]);
  });

  it('is told whatever it is, and nothing that is not', () => {
    const position = fc.nat(40);
    const isExample = fc.boolean();
    expectToTellAll(STRATEGY_WORDING, fc.record({ slug: someSlug, name: someText, purpose: someText }), ['slug']);
    expectToTellAll(
      VERSION_WORDING,
      fc.record<VersionContent>({
        number: fc.nat(),
        body: someText,
        decidedOn: perhaps(someDay),
        decidedOnText: perhaps(someText),
        paragraph: perhaps(someWord),
        dnr: perhaps(someWord),
        validFrom: someDay,
        validTo: perhaps(someDay),
        isExample,
      }),
      ['number'],
    );
    const words = { slug: someSlug, name: someText, description: someText, position };
    expectToTellAll(AREA_WORDING, fc.record<AreaNames>({ ...words, shortName: someText }), ['slug']);
    expectToTellAll(GOAL_WORDING, fc.record<GoalNames>({ ...words, deliberatelyNotMeasured: perhaps(someText), isExample }), ['slug']);
    expectToTellAll(
      ROLE_WORDING,
      fc.record<RoleContent>({ actor: someSlug, role: fc.constantFrom(...ACTOR_ROLES), note: perhaps(someText) }),
      ['actor'],
    );
  });

  it('is told of actors and places too', () => {
    const parent = perhaps(someSlug);
    const kind = fc.constantFrom(...ACTOR_KINDS);
    expectToTellAll(
      ACTOR_WORDING,
      fc.record<ActorContent>({ slug: someSlug, kind, name: someText, parent, contact: perhaps(someWord), isExample: fc.boolean() }),
      ['slug'],
    );
    const place = fc.record<TerritoryContent>({ code: someSlug, kind: fc.constantFrom(...TERRITORY_KINDS), name: someText, parent });
    expectToTellAll(TERRITORY_WORDING, place, ['code']);
  });

  it('has a name for each thing', () => {
    for (const wording of [STRATEGY_WORDING, VERSION_WORDING, AREA_WORDING, GOAL_WORDING, ROLE_WORDING, ACTOR_WORDING, TERRITORY_WORDING])
      expectToNameFields(wording);
  });
});
