/** In what form a chart can be had. Loads nothing. */
export const FORMATS = ['svg', 'png', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];
