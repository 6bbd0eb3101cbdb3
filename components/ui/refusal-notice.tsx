import { Notice } from "./notice";

/** What a form was refused for and no field shows; nothing where there is nothing. */
export function RefusalNotice({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <Notice tone="danger" role="alert" title="Not done">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  );
}
