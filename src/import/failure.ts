/** Why a file could not be imported, as data for a message. */
export type FailureId =
  | 'oldWord'
  | 'encrypted'
  | 'damagedZip'
  | 'oddNames'
  | 'otherOffice'
  | 'pdf'
  | 'rtf'
  | 'markdown'
  | 'unknownFormat'
  | 'empty'
  | 'tooLarge'
  | 'tooComplex'
  | 'noText'
  | 'unreadableWord';

/** Thrown within the room and caught at its door (`importDocument`): the file cannot become Markdown. */
export class ImportFailure extends Error {
  constructor(
    readonly id: FailureId,
    readonly data: Readonly<Record<string, string | number>> = {},
  ) {
    super(id);
  }
}
