/** A command to paste into a shell, which asks `query` as the owner of the token, or as nobody. */
export function curlFor(options: {
  readonly origin: string;
  readonly token: string | null;
  readonly query: string;
}): string {
  const body = JSON.stringify({ query: onOneLine(options.query.trim()) });
  return [
    `curl -s ${options.origin}/graphql`,
    `-H 'Content-Type: application/json'`,
    ...(options.token === null ? [] : [`-H 'Authorization: Bearer ${options.token}'`]),
    `-d ${quoted(body)}`,
  ].join(' \\\n  ');
}

/** Between single quotes a shell takes everything as it is, but for a single quote. */
const quoted = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

// In a comment or a text the end of a line means something.
const onOneLine = (query: string): string => (/[#"]/.test(query) ? query : query.replace(/\s+/g, ' '));
