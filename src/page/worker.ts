import { answer } from './answer.js';
import type { Answered, Request } from './protocol.js';

/** What a worker of a browser has, as far as it is used here. */
declare const self: {
  onmessage: ((event: { readonly data: { readonly id: number; readonly request: Request } }) => void) | null;
  postMessage(message: Answered): void;
};

self.onmessage = ({ data: { id, request } }) => {
  answer(request).then(
    (said) => self.postMessage({ id, answer: said }),
    (error: unknown) => self.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
};
