import { type ErrorTable } from '../error-kind.js';

/** Why a setting of the installation, or its first start, is refused. */
export const SETTINGS_ERRORS = {
  'settings.stale': {
    status: 412,
    audience: 'screen',
    detail: 'The settings were changed meanwhile (revision {revision}); read them again.',
  },
  'settings.locked': { status: 422, audience: 'screen', detail: '{variable} in the environment sets this; it cannot be set here too.' },
  'settings.code-in-use': {
    status: 422,
    audience: 'screen',
    detail: 'The strategy and its figures are about {code}; another code would leave them without a municipality.',
  },
  'logo.unknown-kind': { status: 422, audience: 'screen', detail: 'A logo is a PNG or an SVG picture, and this is neither.' },
  'logo.too-large': { status: 422, audience: 'screen', detail: 'A logo has at most 256 KiB, and at most 4,000 pixels each way.' },
  'logo.not-a-picture': { status: 422, audience: 'screen', detail: 'The picture is broken: {reason}.' },
  'logo.active': {
    status: 422,
    audience: 'screen',
    detail: 'An SVG may hold shapes, colours and texts of its own only: no script, foreign content or references to elsewhere ({found}).',
  },
  'set-up.wrong-code': {
    status: 403,
    audience: 'screen',
    detail: 'The one-time code is not right; the program prints a new one each time it starts.',
  },
  'set-up.has-administrator': {
    status: 409,
    audience: 'screen',
    detail: 'There is an administrator already, who signs in to go on.',
  },
} as const satisfies ErrorTable;
