import type { Page } from 'playwright-core';

/** The ratio of WCAG between the colour of the first such element and the ground it stands on. */
export async function contrast(page: Page, selector: string): Promise<number> {
  const colors = await page.evaluate<string[]>(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    const grounds = [];
    for (let one = element; one; one = one.parentElement) grounds.push(getComputedStyle(one).backgroundColor);
    const canvas = document.createElement('p');
    canvas.style.color = 'Canvas';
    document.body.append(canvas);
    grounds.push(getComputedStyle(canvas).color);
    canvas.remove();
    return [getComputedStyle(element).color, grounds.find((color) => color !== 'rgba(0, 0, 0, 0)')];
  })()`);
  const [less = 0, more = 0] = colors.map(luminance).sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

/** @param color as computed styles give it: `rgb(1, 2, 3)` */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((digits) => {
    const part = Number(digits) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
