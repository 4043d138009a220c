/** What tells a review and its sheets from files of others: the comment of the archive, or the generator of the page. */
export const SIGNATURE = 'jiedu-lint review';

/**
 * Whether a file is as a review left it. What was saved in Word since is its owner's.
 * @param head its beginning
 * @param tail its end
 */
export function isReview(head: Uint8Array, tail: Uint8Array): boolean {
  const decoder = new TextDecoder('latin1');
  return (
    decoder.decode(tail).endsWith(SIGNATURE) ||
    decoder.decode(head.subarray(0, 200)).includes(`<meta name="generator" content="${SIGNATURE}">`)
  );
}
