const { charCodeAt } = String.prototype;

/**
 * `text.charCodeAt(at)`, for loops over characters. V8 has a hidden class for each way in which it holds a string (whole, cut from another,
 * put together, …): where texts of more than four have come by, looking up the method on the text is a search every time.
 * Such loops keep the length in a variable, too.
 */
export function codeAt(text: string, at: number): number {
  return charCodeAt.call(text, at);
}
