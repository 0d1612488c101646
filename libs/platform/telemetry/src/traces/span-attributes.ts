/**
 * All that a span may tell. The list is closed, so that no name, text or token gets into a trace by accident: ids of
 * commands, names of our own types and topics, and counts.
 */
export interface SpanAttributes {
  readonly 'http.request.method'?: string;
  /** The pattern of the address, never the address that was asked. */
  readonly 'http.route'?: string;
  readonly 'http.response.status_code'?: number;
  readonly 'graphql.operation.type'?: string;
  readonly 'graphql.operation.name'?: string;
  readonly 'messaging.destination.name'?: string;
  /** The same in every process that deals with the command: that is how their traces are found. */
  readonly 'intekenboek.command.id'?: string;
  readonly 'intekenboek.command.type'?: string;
  readonly 'intekenboek.stream.category'?: string;
  readonly 'intekenboek.read_model'?: string;
  readonly 'intekenboek.events'?: number;
  readonly 'intekenboek.position'?: string;
  /** How it ended, in a word of our own: `stored`, `conflict`, `refused`. */
  readonly 'intekenboek.outcome'?: string;
  /** The code of a refusal, or the kind of an error; never its message. */
  readonly 'error.type'?: string;
}
