/** A list of codes as GraphQL wants an enum: each code under its own name. Give it to `registerEnumType`. */
export const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [Key in T]: Key };
