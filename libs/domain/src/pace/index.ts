export * from './coverage.js';
export * from './outlook.js';
export * from './outlook-text.js';
export * from './pace.js';
export * from './projection.js';
export * from './yearly.js';
