/** What a client hands in. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Both the commit and the prepare position, as for every event that commits itself. */
  readonly position: bigint;
  readonly createdMs: number;
}
