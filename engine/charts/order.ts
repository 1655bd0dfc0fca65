/** Where order must not matter, things are taken in the order of their names by code unit, which no locale changes. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byCodeUnit(a.id, b.id);
export const byIssue = (a: { readonly issue: string }, b: { readonly issue: string }): number => byCodeUnit(a.issue, b.issue);
