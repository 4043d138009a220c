import { MOST_STEPS, type WeightTable, ZERO } from '../src/elements/classifier.js';

/** One line for the learner: the places of its features, what is true of it (a bit an element), and how much each bit counts. */
export interface Example {
  readonly places: Uint32Array;
  readonly truth: number;
  /** By element; 1 where absent. */
  readonly importance?: Float32Array;
}

/** How a table is learned. Chosen by leaving out whole sets; the model card tells what else was tried. */
export interface Schedule {
  readonly bits: number;
  readonly epochs: number;
  /** Share of features left out at random each time a line is seen. */
  readonly dropout: number;
  /** Share of the weights that are kept as they are; the largest are cut to the largest of these. */
  readonly within: number;
}

/** Length of a step at first; it shrinks place by place (AdaGrad). */
const RATE = 1;
const DECAY = 1e-5;
/** The weights are the mean of those after the last epochs. */
const AVERAGED = 3;

/**
 * Logistic regression for several elements at once, by stochastic gradient descent (AdaGrad) over lines in an order shuffled by a fixed
 * seed: the same examples give the same table.
 * @param elements how many
 */
export function learn(examples: readonly Example[], elements: number, schedule: Schedule): WeightTable {
  const { bits, epochs, dropout } = schedule;
  const size = (1 << bits) * elements;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1);
  const mean = new Float64Array(size);
  const bias = new Float64Array(elements);
  const biasSquares = new Float64Array(elements).fill(1);
  const meanBias = new Float64Array(elements);
  const random = randomFrom(1);
  const order = Uint32Array.from(examples, (_, i) => i);
  const kept = new Uint32Array(Math.max(1, ...examples.map(({ places }) => places.length)));
  const slope = new Float32Array(elements);
  const sums = new Float32Array(elements);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { places, truth, importance } = examples[at] as Example;
      const share = 1 / Math.sqrt(Math.max(places.length, 1)) / (1 - dropout);
      let count = 0;
      for (const place of places) if (random() >= dropout) kept[count++] = place * elements;
      sums.fill(0);
      for (let k = 0; k < count; k++) {
        const from = kept[k] as number;
        for (let e = 0; e < elements; e++) sums[e] = (sums[e] as number) + (weights[from + e] as number);
      }
      for (let e = 0; e < elements; e++) {
        const score = (bias[e] as number) + share * (sums[e] as number);
        const error = (1 / (1 + Math.exp(-score)) - ((truth >> e) & 1)) * (importance?.[e] ?? 1);
        biasSquares[e] = (biasSquares[e] as number) + error * error;
        bias[e] = (bias[e] as number) - (RATE * error) / Math.sqrt(biasSquares[e] as number);
        slope[e] = error * share;
      }
      for (let k = 0; k < count; k++) {
        const from = kept[k] as number;
        for (let e = 0; e < elements; e++) {
          const i = from + e;
          const down = (slope[e] as number) + DECAY * (weights[i] as number);
          const square = (squares[i] as number) + down * down;
          squares[i] = square;
          weights[i] = (weights[i] as number) - (RATE * down) / Math.sqrt(square);
        }
      }
    }
    if (epoch < epochs - AVERAGED) continue;
    for (let i = 0; i < size; i++) mean[i] = (mean[i] as number) + (weights[i] as number) / AVERAGED;
    for (let e = 0; e < elements; e++) meanBias[e] = (meanBias[e] as number) + (bias[e] as number) / AVERAGED;
  }
  return written(mean, meanBias, elements, schedule);
}

/** The table as it is kept: a character a weight. */
function written(weights: Float64Array, bias: Float64Array, elements: number, { bits, within }: Schedule): WeightTable {
  const most = Array.from({ length: elements }, (_, e) => {
    const sizes = weights.filter((_, i) => i % elements === e).map(Math.abs);
    const used = sizes.filter((size) => size > 0).sort();
    return used[Math.ceil(used.length * within) - 1] ?? 1;
  });
  const step = most.map((weight) => rounded(weight / MOST_STEPS ** 2));
  const codes = new Uint8Array(weights.length);
  for (const [i, weight] of weights.entries()) codes[i] = ZERO + stepsOf(weight / (step[i % elements] as number));
  return { bits, bias: [...bias].map(rounded), step, weights: new TextDecoder().decode(codes) };
}

/** The steps whose square, with their sign, comes nearest to a number. */
function stepsOf(square: number): number {
  const size = Math.abs(square);
  const below = Math.min(MOST_STEPS, Math.floor(Math.sqrt(size)));
  const steps = below < MOST_STEPS && (below + 1) ** 2 - size < size - below ** 2 ? below + 1 : below;
  return Math.sign(square) * steps;
}

/** To six significant digits, so that the file says what is used. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const other = order[i] as number;
    order[i] = order[j] as number;
    order[j] = other;
  }
}

/** Mulberry32: numbers from 0 to 1, the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Weights of a logistic regression with few signs, by Newton's method with a ridge around 0 (the last sign, the constant, is free).
 * Signs are brought to one scale first; the weights that come back are for the signs as they are.
 */
export function fitLogistic(rows: readonly (readonly number[])[], truth: readonly boolean[], ridge = 2): number[] {
  const size = rows[0]?.length ?? 0;
  const last = size - 1;
  const center = mean(rows, size);
  const spread = center.map((middle, i) =>
    i === last
      ? 1
      : Math.sqrt(rows.reduce((sum, row) => sum + ((row[i] as number) - middle) ** 2, 0) / rows.length) + 1e-6,
  );
  const scaled = rows.map((row) =>
    row.map((sign, i) => (i === last ? 1 : (sign - (center[i] as number)) / (spread[i] as number))),
  );
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 30; round++) {
    const slope = weights.map((weight, i) => (i === last ? 0 : ridge * weight));
    const bend = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === last ? 1e-3 : ridge) : 0)));
    for (const [n, row] of scaled.entries()) {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, sign, i) => sum + sign * (weights[i] as number), 0)));
      for (let i = 0; i < size; i++) {
        slope[i] = (slope[i] as number) + (p - (truth[n] ? 1 : 0)) * (row[i] as number);
        const bent = bend[i] as number[];
        for (let j = 0; j < size; j++)
          bent[j] = (bent[j] as number) + p * (1 - p) * (row[i] as number) * (row[j] as number);
      }
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, i) => weight - Math.max(-2, Math.min(2, step[i] as number)));
    if (step.every((by) => Math.abs(by) < 1e-6)) break;
  }
  const plain = weights.map((weight, i) => weight / (spread[i] as number));
  plain[last] =
    (weights[last] as number) -
    plain.slice(0, last).reduce((sum, weight, i) => sum + weight * (center[i] as number), 0);
  return plain.map(rounded);
}

function mean(rows: readonly (readonly number[])[], size: number): number[] {
  const sums = new Array<number>(size).fill(0);
  for (const row of rows)
    for (let i = 0; i < size; i++) sums[i] = (sums[i] as number) + (row[i] as number) / rows.length;
  return sums;
}

/** Gauss's elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let j = i + 1; j < size; j++) if (Math.abs(at(rows, j, i)) > Math.abs(at(rows, pivot, i))) pivot = j;
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const factor = at(rows, j, i) / at(rows, i, i);
      const row = rows[j] as number[];
      for (let k = i; k <= size; k++) row[k] = (row[k] as number) - factor * at(rows, i, k);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
