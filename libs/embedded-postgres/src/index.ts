export * from './embedded-postgres.js';
export * from './instance-lock.js';
export * from './start-error.js';
