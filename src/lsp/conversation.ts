import { Frames } from './frames.js';
import { keepOrder } from './gate.js';
import type { Settings } from './lsp-host.js';
import { machineWorld, type ServerMachine } from './machine-world.js';
import { serve } from './server.js';
import { say } from './words.js';

/** What a conversation needs of its process. */
export interface ConversationMachine extends ServerMachine {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether a process has ended. */
  isGone(id: number): boolean;
}

/**
 * Talks with a client until it ends the conversation, or ends itself.
 * @param settings that the client's go before
 * @param client the process whose end ends the server, where it is known from the beginning
 * @returns the exit code as the protocol has it: 0 after `shutdown`, else 1
 */
export async function converse(
  settings: Settings,
  client: number | undefined,
  machine: ConversationMachine,
): Promise<number> {
  const { input, output } = machine;
  const { createConnection } = await import('vscode-languageserver');
  const { createProtocolConnection, ReadableStreamMessageReader, StreamMessageWriter } = await import(
    'vscode-languageserver/node'
  );
  let ended = (_code: number) => {};
  const end = new Promise<number>((resolve) => {
    ended = resolve;
  });
  let alive: ReturnType<typeof setInterval> | undefined;
  const watchProcess = (id: number) => {
    clearInterval(alive);
    alive = setInterval(() => machine.isGone(id) && ended(watchDog.shutdownReceived ? 0 : 1), BETWEEN_LOOKS);
  };
  const watchDog = {
    shutdownReceived: false,
    initialize: ({ processId }: { processId: number | null }) => {
      if (typeof processId === 'number' && alive === undefined) watchProcess(processId);
    },
    exit: ended,
  };
  if (client !== undefined) watchProcess(client);
  // What was read before the end is still to be answered.
  const endSoon = () => setTimeout(() => ended(watchDog.shutdownReceived ? 0 : 1), AFTER_INPUT);
  for (const event of ['end', 'close', 'error']) input.once(event, endSoon);
  output.once('error', () => ended(1));
  const refuse = () => {
    machine.tell(say('badFrame', 'zh-CN'));
    ended(1);
  };
  const reader = new ReadableStreamMessageReader(framesOf(input, refuse));
  // The timer that tells of messages in part would outlive a client that died in the middle of one.
  reader.partialMessageTimeout = 0;
  const writer = new StreamMessageWriter(output);
  keepOrder(reader, writer);
  const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);
  const server = serve(connection, machineWorld(machine), settings);
  connection.listen();
  try {
    return await end;
  } finally {
    clearInterval(alive);
    server.close();
    connection.dispose();
    if ('destroy' in input && typeof input.destroy === 'function') input.destroy();
  }
}

/**
 * The stream that messages are read from. What reads it keeps all that comes until a message is whole.
 * @param refuse told once where frames came that are not to be taken in; nothing is handed on after them
 */
function framesOf(input: NodeJS.ReadableStream, refuse: () => void) {
  const frames = new Frames();
  let isRefused = false;
  // biome-ignore lint/suspicious/noExplicitAny: events bring what they bring
  const on = (event: string, listener: (word: any) => void) => {
    input.on(event, listener);
    return { dispose: () => void input.off(event, listener) };
  };
  return {
    onClose: (listener: () => void) => on('close', listener),
    onError: (listener: (error: unknown) => void) => on('error', listener),
    onEnd: (listener: () => void) => on('end', listener),
    onData: (listener: (chunk: Uint8Array) => void) =>
      on('data', (chunk: Uint8Array) => {
        if (isRefused) return;
        if (frames.admit(chunk)) listener(chunk);
        else {
          isRefused = true;
          refuse();
        }
      }),
  };
}

/** Milliseconds a server goes on when its client has closed the input without `exit`. */
const AFTER_INPUT = 1000;

/** Milliseconds between looks at the client's process. */
const BETWEEN_LOOKS = 3000;
