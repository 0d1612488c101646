declare const brand: unique symbol;

/** A type that only its own function makes: a `Brand<string, 'PartyId'>` is not any string. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
