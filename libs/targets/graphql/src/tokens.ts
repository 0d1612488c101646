/** `TargetCommands` of the application layer. */
export const TARGET_COMMANDS = Symbol('TARGET_COMMANDS');

/** `TargetStore` of the read model. */
export const TARGET_STORE = Symbol('TARGET_STORE');
