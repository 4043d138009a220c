import type { Answered, CheckAnswer, CheckRequest, Request, ReviewAnswer, ReviewRequest } from '../protocol.js';

/** What checks, in another thread, so that the page never freezes. */
export interface Remote {
  check(request: Omit<CheckRequest, 'type'>): Promise<CheckAnswer>;
  review(request: Omit<ReviewRequest, 'type'>): Promise<ReviewAnswer>;
}

type Waiting = Map<number, { done(answer: unknown): void; failed(error: Error): void }>;

/** Trusted Types, which the page's policy demands where a browser has them. */
declare const trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    }
  | undefined;

/**
 * Starts the worker whose script stands at the end of the page, and lets it check something, since the first check takes longest.
 * @param warm what it checks
 */
export function startWorker(warm: Omit<CheckRequest, 'type'>): Remote {
  const waiting: Waiting = new Map();
  // The page is shown before the script behind it has been read.
  const worker = new Promise<Worker>((done) => {
    const start = () => done(workerFor(waiting));
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
    else start();
  });
  let last = 0;
  const ask = <Answer>(request: Request) =>
    new Promise<Answer>((done, failed) => {
      const id = ++last;
      waiting.set(id, { done: done as (answer: unknown) => void, failed });
      worker.then((it) => it.postMessage({ id, request }));
    });
  const check: Remote['check'] = (request) => ask({ type: 'check', ...request });
  // Once it answers it has time, unless somebody was quicker. What fails will be told when a person asks for it.
  ask({ type: 'about' })
    .then((): unknown => waiting.size === 0 && check(warm))
    .catch(() => undefined);
  return { check, review: (request) => ask({ type: 'review', ...request }) };
}

function workerFor(waiting: Waiting): Worker {
  const script = document.getElementById('worker')?.textContent ?? '';
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const policy =
    typeof trustedTypes === 'undefined'
      ? null
      : trustedTypes.createPolicy('jiedu-lint', { createScriptURL: (address) => address });
  const worker = new Worker(policy ? policy.createScriptURL(url) : url);
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
  worker.postMessage(document.getElementById('model')?.textContent ?? '');
  return worker;
}
