import type { Browser } from 'playwright-core';

/** A picture as it looks in black and white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The share of points that differ clearly from the commonest one: letters, lines and bars on their ground. */
  readonly drawn: number;
  /** How bright it is on the whole, 0 to 255, and how much its points differ from that. */
  readonly mean: number;
  readonly spread: number;
}

/** Looks at a picture (PNG) with the browser's own eyes. */
export async function look(browser: Browser, png: Uint8Array): Promise<Picture> {
  const page = await browser.newPage();
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const picture = await page.evaluate<Picture>(`(async () => {
    const picture = new Image();
    picture.src = '${address}';
    await picture.decode();
    const { width, height } = picture;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const counts = new Array(256).fill(0);
    for (let i = 0; i < data.length; i += 4)
      counts[Math.round(0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2])]++;
    const ground = counts.indexOf(Math.max(...counts));
    const share = (weight) => counts.reduce((sum, count, grey) => sum + count * weight(grey), 0) / (width * height);
    const mean = share((grey) => grey);
    return {
      width,
      height,
      mean,
      drawn: share((grey) => (Math.abs(grey - ground) > 40 ? 1 : 0)),
      spread: Math.sqrt(share((grey) => (grey - mean) ** 2)),
    };
  })()`);
  await page.close();
  return picture;
}
