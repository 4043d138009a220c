/** One space or mark as people put it between the groups of a number, as a pattern; full-width ones are read as plain ones before. */
export const GAP = '[ \\u00a0\\u2000-\\u200b\\u202f.·•‧_\\-‐‑‒–—]';
