/** How many periods a grid shows at most: five years of months. */
export const MOST_GRID_PERIODS = 60;
/** How many of its cells are saved, or submitted, with one request. */
export const MOST_GRID_CELLS = 100;
