const ENUM_FIELDS = new Set(['kind', 'visibility', 'instrument']);

/** A value as GraphQL writes it in a query; what is null is left out, and named fields hold enum values. */
export function literal(value: unknown, field = ''): string {
  if (typeof value === 'string') return ENUM_FIELDS.has(field) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .map(([key, part]) => `${key}: ${literal(part, key)}`);
  return `{ ${parts.join(', ')} }`;
}
