/** The names by which the broker calls an error, from the outermost error to what caused it. */
function typesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const type = 'type' in error && typeof error.type === 'string' ? [error.type] : [];
  return [...type, ...typesOf(error.cause)];
}

const TOO_LARGE = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'];

export const isTooLarge = (error: unknown): boolean =>
  typesOf(error).some((type) => TOO_LARGE.includes(type));

/** For the operator: name and text, without what went with it. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
