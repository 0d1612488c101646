import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { read } from './workspace';

/** A map of YAML, of which nothing is known yet. */
export type Yaml = Readonly<Record<string, unknown>>;

export interface Manifest extends Yaml {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
}

interface Patch {
  readonly path?: string;
  readonly patch?: string;
  readonly target?: { readonly kind?: string; readonly name?: string };
}

export interface Kustomization {
  readonly resources: readonly string[];
  readonly patches?: readonly Patch[];
  readonly configMapGenerator?: readonly { readonly name: string; readonly envs: readonly string[] }[];
  readonly images?: readonly { readonly name: string; readonly newTag: string }[];
  readonly labels?: readonly {
    readonly pairs: Readonly<Record<string, string>>;
    readonly includeSelectors: boolean;
  }[];
}

export interface Built {
  readonly manifests: readonly Manifest[];
  readonly settings: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, string>>;
}

export const kustomizationIn = (folder: string): Kustomization =>
  parse(read(join(folder, 'kustomization.yaml'))) as Kustomization;

export const manifestsIn = (file: string): readonly Manifest[] =>
  parseAllDocuments(read(file)).map((document) => document.toJS() as Manifest);

/** What a folder and those below it come to: as far as our files go, the same as `kubectl kustomize` makes. */
export function built(folder: string): Built {
  const { resources, patches = [], configMapGenerator = [], images = [] } = kustomizationIn(folder);
  const below = resources.map((resource): Built =>
    resource.endsWith('.yaml')
      ? { manifests: manifestsIn(join(folder, resource)), settings: {}, images: {} }
      : built(join(folder, resource)),
  );
  const files = configMapGenerator.flatMap(({ envs }) => envs).map((file) => join(folder, file));
  return {
    manifests: patches.reduce<readonly Manifest[]>(
      (all, patch) => patched(all, patch, folder),
      below.flatMap(({ manifests }) => manifests),
    ),
    settings: Object.assign(
      {},
      ...below.map(({ settings }) => settings),
      ...files.map(settingsIn),
    ) as Built['settings'],
    images: Object.assign(
      {},
      ...below.map((one) => one.images),
      ...images.map(({ name, newTag }) => ({ [name]: newTag })),
    ) as Built['images'],
  };
}

const settingsIn = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...read(file).matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

function patched(all: readonly Manifest[], patch: Patch, folder: string): readonly Manifest[] {
  const change = parse(
    patch.path === undefined ? (patch.patch ?? '') : read(join(folder, patch.path)),
  ) as Manifest;
  const target = patch.target ?? { kind: change.kind, name: change.metadata.name };
  const isMeant = ({ kind, metadata }: Manifest) =>
    kind === target.kind && (target.name === undefined || metadata.name === target.name);
  if (!all.some(isMeant)) throw new Error(`${folder}: nothing is a ${target.kind} ${target.name ?? ''}.`);
  if (change['$patch'] === 'delete') return all.filter((manifest) => !isMeant(manifest));
  return all.map((manifest) =>
    isMeant(manifest) ? { ...(merged(manifest, change) as Manifest), metadata: manifest.metadata } : manifest,
  );
}

/** As Kustomize merges: maps field by field, lists of things with a name by that name, everything else as a whole. */
function merged(to: unknown, from: unknown): unknown {
  if (isList(to) && isList(from)) {
    const rest = from.filter(({ name }) => !to.some((one) => one['name'] === name));
    return [...to.map((one) => merged(one, from.find(({ name }) => name === one['name']) ?? {})), ...rest];
  }
  if (!isMap(to) || !isMap(from)) return from ?? to;
  const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])];
  return Object.fromEntries(keys.map((key) => [key, merged(to[key], from[key])]));
}

const isMap = (value: unknown): value is Yaml =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly Yaml[] =>
  Array.isArray(value) && value.every((one) => isMap(one) && 'name' in one);
