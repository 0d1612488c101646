/** `PartyCommands` of the application layer. */
export const PARTY_COMMANDS = Symbol('PARTY_COMMANDS');

/** `PartyStore` of the read model. */
export const PARTY_STORE = Symbol('PARTY_STORE');
