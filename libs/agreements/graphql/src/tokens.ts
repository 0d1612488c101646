/** `AgreementCommands` of the application layer; the module makes it. */
export const AGREEMENT_COMMANDS = Symbol('AGREEMENT_COMMANDS');

/** `AgreementStore` of the read model, from the application. */
export const AGREEMENT_STORE = Symbol('AGREEMENT_STORE');

/** `PartyDirectory` of the application layer: the register of parties, from the application. */
export const PARTY_DIRECTORY = Symbol('PARTY_DIRECTORY');
