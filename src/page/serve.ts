import { answer } from './answer.js';
import type { Answered, Request } from './protocol.js';

/** What a worker of a browser has, as far as it is used here. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: { readonly id: number; readonly request: Request } }) => void) | null;
  postMessage(message: Answered): void;
}

/** Answers what the page asks of its worker; an error of the program's own is told, and the next request served. */
export function serve(scope: WorkerScope): void {
  scope.onmessage = ({ data: { id, request } }) => {
    answer(request).then(
      (said) => scope.postMessage({ id, answer: said }),
      (error: unknown) => scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  };
}
