export * from './chart-source.js';
export { describeSeries, pointText } from './describe.js';
export * from './look.js';
export { locatePoint } from './segments.js';
export * from './series.js';
export { seriesChart } from './series-chart.js';
export { ground } from './plugins/ground.js';
export * from './indicator-chart.js';
