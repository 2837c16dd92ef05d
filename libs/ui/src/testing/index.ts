export * from './keys.js';
export * from './set-up.js';
export * from './show.js';
export * from './until.js';
