import { readData } from '../../audit/page/client/dom.js';
import type { Answered, CheckAnswer, CheckRequest, Request, ReviewAnswer, ReviewRequest } from '../protocol.js';

/** What checks, in another thread, so that the page never freezes. */
export interface Remote {
  check(request: Omit<CheckRequest, 'type'>): Promise<CheckAnswer>;
  review(request: Omit<ReviewRequest, 'type'>): Promise<ReviewAnswer>;
}

/** Trusted Types, which the page's policy demands where a browser has them. */
declare const trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    }
  | undefined;

/** Starts the worker whose script stands in the page. */
export function startWorker(): Remote {
  const script = readData<string>('worker');
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const policy =
    typeof trustedTypes === 'undefined'
      ? null
      : trustedTypes.createPolicy('jiedu-lint', { createScriptURL: (address) => address });
  const worker = new Worker(policy ? policy.createScriptURL(url) : url);
  const waiting = new Map<number, { done(answer: unknown): void; failed(error: Error): void }>();
  worker.onmessage = ({ data: { id, answer, error } }: MessageEvent<Answered>) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.done(answer);
    else asked?.failed(new Error(error));
  };
  worker.onerror = ({ message }) => {
    for (const { failed } of waiting.values()) failed(new Error(message));
    waiting.clear();
  };
  let last = 0;
  const ask = <Answer>(request: Request) =>
    new Promise<Answer>((done, failed) => {
      const id = ++last;
      waiting.set(id, { done: done as (answer: unknown) => void, failed });
      worker.postMessage({ id, request });
    });
  return {
    check: (request) => ask({ type: 'check', ...request }),
    review: (request) => ask({ type: 'review', ...request }),
  };
}
