import type { FailureId } from './words.js';

/** Thrown within the room and caught at its door (`importDocument`): the file cannot become Markdown. */
export class ImportFailure extends Error {
  constructor(
    readonly id: FailureId,
    readonly data: Readonly<Record<string, string | number>> = {},
  ) {
    super(id);
  }
}
