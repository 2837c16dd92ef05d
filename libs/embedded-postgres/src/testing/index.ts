export * from './scratch.js';
export * from './template-database.js';
