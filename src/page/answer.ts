import { PRESETS } from '../../rules/presets/index.js';
import { KINDS } from '../document/vocabulary.js';
import { WordFile } from '../review/word-file.js';
import { findWords } from '../review/words.js';
import { check } from './check.js';
import type { AboutAnswer, CheckAnswer, Request, ReviewAnswer, ReviewRequest } from './protocol.js';

/** Answers the page. Pure: the same request gives the same answer. */
export async function answer(request: Request): Promise<CheckAnswer | ReviewAnswer | AboutAnswer> {
  switch (request.type) {
    case 'about':
      return about();
    case 'check':
      return check(request);
    case 'review':
      return { bytes: await reviewed(request) };
  }
}

function about(): AboutAnswer {
  return {
    // What only bears others is nothing to choose.
    presets: [...PRESETS.values()]
      .filter(({ name }) => name !== 'base')
      .map(({ name, description }) => ({ id: name, name: description })),
    kinds: KINDS.map(({ kind, chinese: [name] }) => ({ id: kind, name: { 'zh-CN': name, en: kind } })),
  };
}

/** @throws ReviewFailure for a file that cannot be given comments */
async function reviewed({ bytes, comments, date }: ReviewRequest): Promise<Uint8Array> {
  const file = await WordFile.open(bytes);
  const { paragraphs } = file.main;
  await file.comment(
    comments.map(({ paragraph, words, text }) => {
      const number = Math.min(paragraph ?? 0, paragraphs.length - 1);
      const here = paragraphs[number];
      const found = words && here ? findWords(here, words) : null;
      return { paragraph: number, text, ...(found && { words: found }) };
    }),
    date,
  );
  return file.bytes();
}
