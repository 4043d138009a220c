import { make } from '../../audit/page/client/dom.js';

/** Puts a text on the clipboard. @returns false where the browser does not let it */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Older browsers have no clipboard for pages that open from disk.
    const area = make('textarea.aside', { 'aria-hidden': 'true' });
    area.value = text;
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    return done;
  }
}

/** A button that copies a text and says so in its own place. */
export function copyButton(
  label: string,
  said: { copied: string; notCopied: string },
  text: () => string,
): HTMLElement {
  const button = make('button', { type: 'button' }, label);
  const told = make('span', { role: 'status', class: 'told' });
  button.addEventListener('click', async () => {
    told.textContent = (await copy(text())) ? said.copied : said.notCopied;
  });
  return make('span.copying', button, told);
}

/** Hands a file to the user. */
export function download(bytes: Uint8Array, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = make('a', { href: url, download: name });
  link.click();
  // The browser reads it when it has asked where to put it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
