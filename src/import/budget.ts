/** What a Word file may still take, the files that are part of it included. A paper of five hundred pages stays far below. */
export interface Budget {
  /** Bytes that parts unpack to. */
  bytes: number;
  /** Elements of XML that are read, and those that are kept. */
  elements: number;
  kept: number;
}

export function newBudget(): Budget {
  return { bytes: 40 * 1024 * 1024, elements: 1_200_000, kept: 300_000 };
}
