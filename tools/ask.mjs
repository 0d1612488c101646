// Sends a GraphQL file to a running demonstration as one of its people:
//   npm run ask -- corporatie docs/walk-through/01-corporatie.graphql
//   npm run ask -- anyone docs/walk-through/11-anyone.graphql
import { readFileSync } from 'node:fs';

const [person, file] = process.argv.slice(2);
const address = process.env.INTEKENBOEK_URL ?? `http://localhost:${process.env.PORT ?? 4000}`;

if (!person || !file) {
  console.error(
    'Gebruik / usage: npm run ask -- PERSON FILE.graphql (PERSON: see /demo/people, or "anyone")',
  );
  process.exit(1);
}

async function get(path) {
  try {
    return await (await fetch(`${address}${path}`, { headers: { Accept: 'application/json' } })).json();
  } catch {
    console.error(
      `Op ${address} antwoordt niets; start eerst met npm start. | Nothing answers at ${address}; run npm start first.`,
    );
    process.exit(1);
  }
}

async function tokenOf(key) {
  if (key === 'anyone') return null;
  const { people = [] } = await get('/demo/people');
  const found = people.find((one) => one.key === key);
  if (found) return found.token;
  console.error(
    `Onbekend / unknown: ${key}. Bekend / known: ${['anyone', ...people.map((one) => one.key)].join(', ')}`,
  );
  process.exit(1);
}

const token = await tokenOf(person);
const response = await fetch(`${address}/graphql`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
  body: JSON.stringify({ query: readFileSync(file, 'utf8') }),
});
const answer = await response.json();
console.log(JSON.stringify(answer, null, 2));
process.exitCode = answer.errors ? 1 : 0;
