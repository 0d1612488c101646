import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';

// Apollo Server as its documentation sets it up, on a list that never changes: 342 rows of 8 fields.

const rows = Array.from({ length: 342 }, (_, index) => ({
  code: `GM${String(index).padStart(4, '0')}`,
  name: `Gemeente ${index}`,
  provinceCode: 'PV27',
  openEscalations: index % 5,
  apportioned: index * 3,
  backlog: index % 11,
  realised: index * 2,
  state: 'LAGGING',
}));

const server = new ApolloServer({
  typeDefs: `type Row { code: ID! name: String! provinceCode: String! openEscalations: Int! apportioned: Float!
    backlog: Float! realised: Float! state: String! } type Query { rows: [Row!]! }`,
  resolvers: { Query: { rows: () => rows } },
});

async function main(): Promise<void> {
  await server.start();
  const app = express();
  app.use('/graphql', express.json(), expressMiddleware(server));
  app.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));
}

process.once('SIGTERM', () => process.exit(0));
void main();
