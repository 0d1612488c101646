/** `HandleEscalationCommand` of the application layer; the module makes it. */
export const ESCALATION_COMMANDS = Symbol('ESCALATION_COMMANDS');

/** `EscalationStore` of the read model, from the application. */
export const ESCALATION_STORE = Symbol('ESCALATION_STORE');
