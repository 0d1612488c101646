// The map of the house: which layer may know which, and which context sees which. ESLint builds its fences from
// these tables, `new-project` places a folder with them, and test/architecture watches both.

const inward = ['type:application', 'type:domain', 'type:contracts', 'type:facts', 'type:kernel'];

/** Per layer the layers that it may import. A layer that is not listed here does not exist. */
export const layers = {
  'type:kernel': [],
  'type:facts': ['type:kernel'],
  'type:contracts': ['type:facts', 'type:kernel'],
  'type:domain': ['type:facts', 'type:kernel'],
  'type:application': ['type:domain', 'type:contracts', 'type:facts', 'type:kernel'],
  'type:sql': ['type:kernel'],
  'type:platform': ['type:platform', 'type:contracts', 'type:facts', 'type:kernel'],
  'type:read-model': [...inward, 'type:sql'],
  // An api may show the types of another api; the scopes leave it only that of reference-data.
  'type:api': [...inward, 'type:read-model', 'type:platform', 'type:api'],
  'type:adapter': [...inward, 'type:sql'],
  // How the product is put together, once for all of its processes.
  'type:composition': [
    ...inward,
    'type:read-model',
    'type:api',
    'type:adapter',
    'type:platform',
    'type:sql',
    'type:composition',
  ],
  'type:app': [
    ...inward,
    'type:read-model',
    'type:api',
    'type:adapter',
    'type:platform',
    'type:sql',
    'type:composition',
  ],
  // A port of an application layer has a suite as well.
  'type:testing': ['type:application', 'type:kernel', 'type:sql', 'type:platform', 'type:testing'],
  'type:test': [
    ...inward,
    'type:read-model',
    'type:api',
    'type:adapter',
    'type:platform',
    'type:sql',
    'type:composition',
    'type:testing',
  ],
  'type:tools': [],
};

/** What a spec may know beyond its layer. Which adapters, eslint.boundaries.mjs says. */
export const layersForSpecs = Object.fromEntries(
  Object.entries(layers).map(([layer, known]) => [layer, [...known, 'type:testing', 'type:adapter']]),
);
// An api is tried on a real read model.
layersForSpecs['type:api'].push('type:sql');

/** Layers that know no npm package: what they decide must be readable, and run, without any. */
export const layersWithoutPackages = [
  'type:kernel',
  'type:facts',
  'type:contracts',
  'type:domain',
  'type:application',
];

/** The npm packages that a layer may know; a layer that is not here may know any. */
export const packagesOf = {
  'type:read-model': ['kysely'],
  'type:sql': ['kysely', '@electric-sql/pglite', 'pg'],
  'type:api': [
    '@nestjs/common',
    '@nestjs/core',
    '@nestjs/graphql',
    'class-transformer',
    'class-validator',
    'dataloader',
    'express',
    'graphql',
    'rxjs',
  ],
};

const contexts = ['agreements', 'escalations', 'identity', 'monitoring', 'parties', 'targets'];
const open = ['scope:event-sourcing', 'scope:reference-data', 'scope:messaging', 'scope:platform'];

/** Per scope the scopes that it may see. A context sees no other context. */
export const scopes = {
  'scope:event-sourcing': ['scope:event-sourcing'],
  'scope:reference-data': ['scope:reference-data', 'scope:event-sourcing', 'scope:platform'],
  'scope:messaging': ['scope:messaging', 'scope:reference-data', 'scope:event-sourcing'],
  'scope:platform': open,
  ...Object.fromEntries(contexts.map((context) => [`scope:${context}`, [`scope:${context}`, ...open]])),
  'scope:product': ['scope:product', ...contexts.map((context) => `scope:${context}`), ...open],
  'scope:apps': ['scope:product', ...contexts.map((context) => `scope:${context}`), ...open],
  'scope:workspace': ['scope:product', ...contexts.map((context) => `scope:${context}`), ...open],
};

const typeOfLayer = {
  core: 'kernel',
  graphql: 'api',
  http: 'api',
  nest: 'platform',
  telemetry: 'platform',
  'sql-testing': 'testing',
  'kurrentdb-testing': 'testing',
  demonstration: 'composition',
  'public-http': 'composition',
};
const placeOfKind = {
  apps: { scope: 'scope:apps', type: 'type:app' },
  test: { scope: 'scope:workspace', type: 'type:test' },
};

/**
 * The two tags that a folder must carry, or null when there is no place for such a folder.
 * A context may have fewer layers than the others, never other ones.
 */
export function placeOf(folder) {
  if (folder === 'tools') return { scope: 'scope:workspace', type: 'type:tools' };
  const [kind, name, layer, ...deeper] = folder.split('/');
  if (kind === 'libs') return deeper.length === 0 ? placeInContext(name, layer) : null;
  return layer ? null : (placeOfKind[kind] ?? null);
}

function placeInContext(context, layer = '') {
  const scope = `scope:${context}`;
  const type = `type:${layer.startsWith('adapter-') ? 'adapter' : (typeOfLayer[layer] ?? layer)}`;
  return scope in scopes && type in layers ? { scope, type } : null;
}
