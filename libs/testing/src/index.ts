export * from './indicator.js';
export * from './observation.js';
export * from './target.js';
