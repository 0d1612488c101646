import { filesIn, read } from './workspace';

// What the program itself says about how it is started and asked. The files in infra are held to it.

const sources = ['apps', 'libs'].flatMap(filesIn).filter((file) => /(?<!\.spec|\.fixtures)\.ts$/.test(file));
const settingSources = sources.filter((file) => /^(apps|libs\/product)\//.test(file)).map(read);

const only = (found: readonly string[], what: string): string => {
  const [one, ...more] = [...new Set(found)];
  if (one === undefined || more.length > 0) throw new Error(`${what}: found ${found.join(', ') || 'none'}.`);
  return one;
};

const inSource = (file: string, pattern: RegExp): string =>
  only(
    [...read(file).matchAll(pattern)].map(([, found = '']) => found),
    `${pattern.source} in ${file}`,
  );

const SERVICE = /runProductService(?:<\w+>)?\(\{\s*name: '(\w+)',\s*managementPort: ([\d_]+)/g;

/** The services that run apart, with the management port that each takes when nobody says another. */
export const managementPorts: Readonly<Record<string, string>> = Object.fromEntries(
  sources
    .filter((file) => /^apps\/\w+\/src\/main\.ts$/.test(file))
    .flatMap((file) => [...read(file).matchAll(SERVICE)])
    .map(([, name = '', port = '']) => [name, port.replaceAll('_', '')]),
);

/** The services that verify tokens, and so ask their issuer for its keys. */
export const verifyingServices = Object.keys(managementPorts).filter((name) =>
  read(`apps/${name}/src/main.ts`).includes('openIdentity('),
);

/** The port on which the api serves the world. */
export const publicPort = inSource('apps/api/src/main.ts', /portOf\(env, 'PORT', (\d+)\)/g);

const managementServer = 'libs/platform/telemetry/src/service/management-server.ts';

export const healthPaths = {
  live: inSource(managementServer, /const LIVE = '([^']+)'/g),
  ready: inSource(managementServer, /const READY = '([^']+)'/g),
  metrics: inSource(managementServer, /const METRICS = '([^']+)'/g),
} as const;

/** Read by Node, and not by us. */
const settingsOfNode = ['NODE_ENV', 'NODE_EXTRA_CA_CERTS'];

/** Every setting that a program of ours reads. */
export const knownSettings: ReadonlySet<string> = new Set([
  ...settingsOfNode,
  ...settingSources.flatMap((text) =>
    [
      ...text.matchAll(
        /'((?:INTEKENBOEK|KAFKA|MANAGEMENT|OTEL|DATABASE|READ_MODELS|KURRENTDB)_[A-Z_]+|PORT|HOST)'/g,
      ),
    ].map(([, name = '']) => name),
  ),
]);

/** Whether an image is named with the version that it must have; `latest` is another one tomorrow. */
export const isPinned = (image: string): boolean =>
  /^[\w./-]+:v?\d+(\.\d+)+[\w.-]*(@sha256:[\da-f]{64})?$/.test(image);
