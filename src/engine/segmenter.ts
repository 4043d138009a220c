import { createRequire } from 'node:module';
import { lazySegmenter } from '../language/segmenter.js';

/** The segmenter of this process, loaded when a rule first asks for it. */
export const segmenter = lazySegmenter(createRequire(import.meta.url));
