import type { Browser } from 'playwright-core';

/** A picture as it looks in black and white: how bright each point is, 0 to 255, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly greys: readonly number[];
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
    const greys = Array.from({ length: width * height }, (_, i) =>
      Math.round(0.2126 * data[4 * i] + 0.7152 * data[4 * i + 1] + 0.0722 * data[4 * i + 2]));
    return { width, height, greys };
  })()`);
  await page.close();
  return picture;
}

/** The share of points that differ clearly from the commonest one: letters, lines and bars on their ground. */
export function drawn({ greys }: Picture): number {
  const counts = new Array<number>(256).fill(0);
  for (const grey of greys) counts[grey] = (counts[grey] ?? 0) + 1;
  const ground = counts.indexOf(Math.max(...counts));
  return greys.filter((grey) => Math.abs(grey - ground) > 40).length / greys.length;
}

/** How bright a picture is on the whole, and how much its points differ from that. */
export function tone({ greys }: Picture): { mean: number; spread: number } {
  const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
  return { mean, spread: Math.sqrt(greys.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / greys.length) };
}
