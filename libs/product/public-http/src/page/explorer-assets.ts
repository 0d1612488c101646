import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** One file of the explorer, compressed once. */
export interface ExplorerAsset {
  readonly type: string;
  readonly gzipped: Buffer;
  readonly etag: string;
}

const compress = promisify(gzip);
let assets: Promise<ReadonlyMap<string, ExplorerAsset>> | null = null;

/** GraphiQL out of our own installation: nine megabytes that are only read when someone opens the explorer. */
export function explorerAssets(): Promise<ReadonlyMap<string, ExplorerAsset>> {
  assets ??= load();
  return assets;
}

async function load(): Promise<ReadonlyMap<string, ExplorerAsset>> {
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql');
  const javascript = 'text/javascript; charset=utf-8';
  return new Map(
    await Promise.all([
      asset('graphiql.js', javascript, graphiql.js),
      asset('graphiql.css', 'text/css; charset=utf-8', graphiql.css),
      asset('editor.worker.js', javascript, graphiql.editorWorkerService),
      asset('json.worker.js', javascript, graphiql.jsonWorker),
      asset('graphql.worker.js', javascript, graphiql.graphqlWorker),
      asset('start.js', javascript, START),
      asset('page.css', 'text/css; charset=utf-8', STYLE),
    ]),
  );
}

async function asset(name: string, type: string, text: string): Promise<readonly [string, ExplorerAsset]> {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  return [name, { type, etag, gzipped: await compress(text) }];
}

// Nothing is kept in the browser, so that a token that was chosen is gone with the page.
const START = `'use strict';
const options = JSON.parse(document.getElementById('options').textContent);
const workers = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' };
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => '/explorer/' + (workers[label] || 'editor') + '.worker.js',
};
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('explorer'), {
  ...options,
  storage: null,
  shouldPersistHeaders: false,
  fetcher: async (question, { headers } = {}) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(question),
    });
    return answer.json();
  },
});
`;

const STYLE = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
body > header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; padding: 0.5rem 1rem;
  border-bottom: 1px solid #5c6b7a; }
body > header a { color: #154273; min-height: 24px; }
body > header form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
body > header select, body > header button { font: inherit; min-height: 2rem; max-width: 100%; }
body > main { flex: 1; min-height: 0; }
h1 { font-size: 1rem; margin: 0; }
#explorer { height: 100%; }
`;
