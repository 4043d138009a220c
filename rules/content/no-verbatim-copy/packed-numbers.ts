/** 64 characters from here on hold six bits each; none needs escaping in JSON but the backslash. */
const FIRST = 0x30;
/** Most places are a few characters behind the one before: one character tells how many. What is written whole stands behind this one. */
const FAR = 63;

/** Numbers of 24 bits, four characters each. */
export function pack(numbers: readonly number[]): string {
  return numbers.map(written).join('');
}

/** The numbers that `pack` wrote. */
export function unpack(packed: string): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < packed.length; i += 4) numbers.push(numberAt(packed, i));
  return numbers;
}

/** Places in a text, each by how far it is behind the one before; whole where it is before it or far behind. */
export function packPlaces(places: readonly number[]): string {
  return places
    .map((place, i) => {
      const step = place - (places[i - 1] ?? 0);
      return step >= 0 && step < FAR
        ? String.fromCharCode(FIRST + step)
        : String.fromCharCode(FIRST + FAR) + written(place);
    })
    .join('');
}

/** The places that `packPlaces` wrote. */
export function unpackPlaces(packed: string): number[] {
  const places: number[] = [];
  let last = 0;
  for (let i = 0; i < packed.length; i++) {
    const step = packed.charCodeAt(i) - FIRST;
    if (step < FAR) last += step;
    else {
      last = numberAt(packed, i + 1);
      i += 4;
    }
    places.push(last);
  }
  return places;
}

function written(value: number): string {
  const digit = (bits: number) => FIRST + (bits & 63);
  return String.fromCharCode(digit(value >>> 18), digit(value >>> 12), digit(value >>> 6), digit(value));
}

function numberAt(packed: string, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) value = value * 64 + (packed.charCodeAt(i) - FIRST);
  return value;
}
