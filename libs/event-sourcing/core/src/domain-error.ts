/** JSON values that a rejection may name: the rule, the field, the limit. Never personal data. */
export type RejectionDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A rule of the business said no. `code` is public API: codes are added, never renamed. `details.rule` names the
 * rule (for example `6.2`: section 6, rule 2) and `details.field` the offending part, where there is one.
 */
export abstract class DomainError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly details: RejectionDetails = {},
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** What any context may refuse, because the values or the way of sending are the kernel's. */
export type KernelRejection =
  'DATE_INVALID' | 'INSTANT_INVALID' | 'COMMAND_ID_INVALID' | 'COMMAND_ID_REUSED' | 'EFFECTIVE_TIME_AHEAD';

export class KernelRejected extends DomainError<KernelRejection> {}
