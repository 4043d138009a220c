/**
 * `text.charCodeAt(at)`, for loops over characters. V8 has a hidden class for each way in which it holds a string (whole, cut from another,
 * put together, …): where texts of more than four have come by, looking up the method on the text is a search every time.
 * Such loops keep the length in a variable, too. Never for a place outside the text: once it is asked for one, V8 gives up making a
 * mere read of it, for all callers. The whole path stands in the call, since V8 knows where that leads, and not what a variable holds.
 */
export function codeAt(text: string, at: number): number {
  return String.prototype.charCodeAt.call(text, at);
}
