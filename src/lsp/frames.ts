/** Longest message in bytes: more than a document of the greatest size there may be makes. */
const MAX_MESSAGE = 128 * 1024 * 1024;
/** Longest header in bytes; real ones have a tenth of this. */
const MAX_HEADER = 4096;

/**
 * Watches over the frames of a conversation as they come in. What reads them keeps a message until it is whole, and takes any length and
 * any header.
 */
export class Frames {
  private header = '';
  private left = 0;

  /** @returns false where the bytes are no frames, or frames that are not to be taken in: nothing after them can be made out */
  admit(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length; ) {
      if (this.left > 0) {
        const taken = Math.min(this.left, chunk.length - at);
        this.left -= taken;
        at += taken;
        continue;
      }
      const before = this.header.length;
      const seen = chunk.subarray(at, at + MAX_HEADER - before);
      this.header += String.fromCharCode(...seen);
      const end = this.header.indexOf('\r\n\r\n', Math.max(0, before - 3));
      if (end < 0) {
        if (this.header.length >= MAX_HEADER) return false;
        return true;
      }
      const length = /^content-length:[ \t]*(\d{1,9})[ \t]*$/im.exec(
        this.header.slice(0, end).replaceAll('\r', ''),
      )?.[1];
      if (length === undefined || Number(length) > MAX_MESSAGE) return false;
      at += end + 4 - before;
      this.header = '';
      this.left = Number(length);
    }
    return true;
  }
}
