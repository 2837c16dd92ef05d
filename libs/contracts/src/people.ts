import { ACCOUNT_ROLES, PASSWORD_LENGTH, PASSWORD_LINK_KINDS, PERSON_STATES } from '@slusen/domain';
import * as z from 'zod';
import { pageQuery } from './paging.js';
import { date, instant } from './periods.js';
import { emailAddress, freeText, oneLine, reference, slug } from './text.js';

const days = { from: date.optional(), to: date.optional() };
/** More roles than a person can have departments. */
const MOST_ROLES = 100;

/** A role as an administrator gives it: for a department or for all, from and until days that are both included. */
export const givenRole = z.strictObject({ role: z.enum(ACCOUNT_ROLES), department: slug.optional(), ...days }).meta({ id: 'GivenRole' });
export type GivenRole = z.output<typeof givenRole>;

/** A role as somebody holds it, held it, or will hold it. */
export const heldRole = z.object({ role: z.enum(ACCOUNT_ROLES), department: reference.optional(), ...days }).meta({ id: 'HeldRole' });
export type HeldRole = z.output<typeof heldRole>;

/** What people are listed by. */
export const PEOPLE_SORTS = ['name', 'email', 'state', 'sessions'] as const;

/** `?q=eva&sort=name&falling=1&limit=50`. */
export const peopleQuery = pageQuery.extend({
  q: freeText(100).default(''),
  sort: z.enum(PEOPLE_SORTS).default('name'),
  falling: z.enum(['0', '1']).default('0'),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

const personFields = {
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  email: z.string().optional(),
  state: z.enum(PERSON_STATES),
  roles: z.array(heldRole),
  /** When who this was was removed for ever. */
  pseudonymisedAt: instant.optional(),
  /** How many browsers the person is signed in with now. */
  sessions: z.int(),
  version: z.int(),
};

/** People with accounts, as many as are asked for. */
export const peopleList = z.object({ items: z.array(z.object(personFields)), total: z.int() }).meta({ id: 'PeopleList' });
export type PeopleList = z.output<typeof peopleList>;

/** A role that an administrator wants for themselves; another one confirms it. */
export const roleProposal = z.object({ id: z.uuid(), proposedAt: instant, held: heldRole }).meta({ id: 'RoleProposal' });

/** One person standing in for another, seen from either. */
const standingIn = z.object({
  id: z.int(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  from: date,
  to: date,
  /** The deputy is away on one of those days too. */
  isAway: z.boolean(),
});

/** One person, with what an administrator can do something about. */
export const person = z
  .object({
    ...personFields,
    /** Whether it is the account that asks. */
    isSelf: z.boolean(),
    /** Whether a code from a telephone is asked for beside the password. */
    hasSecondFactor: z.boolean(),
    /** Until when the invitation can be used, where it was not; the moment may be over. */
    invitedUntil: instant.optional(),
    openSessions: z.array(z.object({ id: z.string(), createdAt: instant, lastSeenAt: instant, expiresAt: instant, isThis: z.boolean() })),
    proposals: z.array(roleProposal),
    /** Who stands in for the person, and for whom the person does; those whose days are over too. */
    deputies: z.array(standingIn),
    deputyFor: z.array(standingIn),
  })
  .meta({ id: 'Person' });
export type Person = z.output<typeof person>;

/** Somebody who is to have an account. They sign in with the e-mail address. */
export const newPerson = z
  .strictObject({ name: oneLine(120), email: emailAddress, roles: z.array(givenRole).max(MOST_ROLES) })
  .meta({ id: 'NewPerson' });
export type NewPerson = z.output<typeof newPerson>;

/** Everything that a person shall hold from now on. */
export const personRoles = z.strictObject({ roles: z.array(givenRole).max(MOST_ROLES) }).meta({ id: 'PersonRoles' });
export type PersonRoles = z.output<typeof personRoles>;

/** Who is to stand in for a person who is away, from and until days that are both included. */
export const newDeputy = z.strictObject({ deputy: z.uuid(), from: date, to: date }).meta({ id: 'NewDeputy' });
export type NewDeputy = z.output<typeof newDeputy>;

/** When one is away and who stands in, for whom one stands in, and whom one may choose. */
export const ownAbsences = z
  .object({
    today: date,
    deputies: z.array(standingIn),
    deputyFor: z.array(standingIn),
    colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'OwnAbsences' });
export type OwnAbsences = z.output<typeof ownAbsences>;

/** To whom everything that a person answers for is handed over, and from which day on. */
export const handOver = z.strictObject({ to: z.uuid(), from: date }).meta({ id: 'HandOver' });
export type HandOver = z.output<typeof handOver>;

/** What would be handed over from a day on. */
export const handOverPreview = z
  .object({
    /** Never that of an administrator, which was given to the person. */
    roles: z.array(heldRole),
    /** How many indicators figures are reported of. */
    indicators: z.int(),
    /** What there is to do now, and how much of it the person has begun or had returned. */
    tasks: z.int(),
    drafts: z.int(),
    /** What the person has submitted and what waits for the person's review. */
    submitted: z.int(),
    toReview: z.int(),
    /** Rounds that go on and ask for something of the person. */
    rounds: z.int(),
  })
  .meta({ id: 'HandOverPreview' });
export type HandOverPreview = z.output<typeof handOverPreview>;

/** Whether a person is shut out. */
export const personAccess = z.strictObject({ isDisabled: z.boolean() }).meta({ id: 'PersonAccess' });
export type PersonAccess = z.output<typeof personAccess>;

/** The reviewer's role of a department that an administrator proposes for themselves. */
export const newRoleProposal = z.strictObject({ department: slug, ...days }).meta({ id: 'NewRoleProposal' });
export type NewRoleProposal = z.output<typeof newRoleProposal>;

/** What another administrator says of a proposed role. */
export const proposalDecision = z.strictObject({ isConfirmed: z.boolean() }).meta({ id: 'ProposalDecision' });
export type ProposalDecision = z.output<typeof proposalDecision>;

/** The secret of a link, as it stands after its `#`; sent in a body, since addresses are logged. */
export const passwordLinkToken = z.strictObject({ token: z.string().max(200) }).meta({ id: 'PasswordLinkToken' });
export type PasswordLinkToken = z.output<typeof passwordLinkToken>;

/** Whose link it is, and until when it works. */
export const passwordLink = z
  .object({ kind: z.enum(PASSWORD_LINK_KINDS), name: z.string(), username: z.string(), expiresAt: instant })
  .meta({ id: 'PasswordLink' });
export type PasswordLink = z.output<typeof passwordLink>;

/** The password that somebody chooses by a link. */
export const chosenPassword = passwordLinkToken
  .extend({ password: z.string().min(PASSWORD_LENGTH.least, 'password.too-short').max(PASSWORD_LENGTH.most, 'password.too-long') })
  .meta({ id: 'ChosenPassword' });
export type ChosenPassword = z.output<typeof chosenPassword>;

/** Whoever lost a password tells the address that mails to them go to. */
export const resetRequest = z.strictObject({ email: emailAddress }).meta({ id: 'ResetRequest' });
export type ResetRequest = z.output<typeof resetRequest>;
