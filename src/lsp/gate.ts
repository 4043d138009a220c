import { ErrorCodes, Message, type MessageReader, type MessageWriter } from 'vscode-languageserver';

/**
 * Keeps a conversation in the order of the protocol: before `initialize`, and once `shutdown` came, requests are refused and notifications
 * but `exit` are dropped. The libraries would hand them on.
 */
export function keepOrder(reader: MessageReader, writer: MessageWriter): void {
  let isOpen = false;
  let isShut = false;
  const refusal = (method: string) => {
    const isStart = method === 'initialize';
    if (isShut) return { code: ErrorCodes.InvalidRequest, message: 'the server was shut down' };
    if (isOpen && isStart) return { code: ErrorCodes.InvalidRequest, message: 'the server is initialized already' };
    if (!isOpen && !isStart) return { code: ErrorCodes.ServerNotInitialized, message: 'the server is not initialized' };
    return undefined;
  };
  const listen = reader.listen.bind(reader);
  reader.listen = (take) =>
    listen((message) => {
      const isRequest = Message.isRequest(message);
      if (!isRequest && !Message.isNotification(message)) return take(message);
      const { method } = message;
      const error = method === 'exit' ? undefined : refusal(method);
      if (error) return isRequest && void writer.write({ jsonrpc: '2.0', id: message.id, error } as Message);
      isOpen ||= method === 'initialize';
      isShut ||= method === 'shutdown';
      return take(message);
    });
}
