import { readSettings } from '@intekenboek/product-composition';
import { SERVICE_LIMITS } from '@intekenboek/platform-telemetry';
import { dirname, join } from 'node:path';

import { type Container, composeFileOf, exampleSettings, filledIn, variablesIn } from './compose-file';
import {
  healthPaths,
  isPinned,
  knownSettings,
  managementPorts,
  publicPort,
  verifyingServices,
} from './deployed-program';
import { filesIn, read } from './workspace';

const folder = 'infra/compose';
const composeFiles = ['compose.yaml', 'compose.one-server.yaml'];
const files = filesIn('infra').map((file) => file.replaceAll('\\', '/'));

const secrets = Object.keys(exampleSettings).filter((name) => /PASSWORD|CLUSTER_ID/.test(name));
const FILLED_IN: Readonly<Record<string, string>> = {
  ...exampleSettings,
  ...Object.fromEntries(secrets.map((name) => [name, 'secret'])),
};
const FOR_REAL_USE: Readonly<Record<string, string>> = {
  ...FILLED_IN,
  INTEKENBOEK_DEMONSTRATION: 'false',
  INTEKENBOEK_ISSUER: 'https://issuer.example',
  INTEKENBOEK_AUDIENCE: 'intekenboek',
  INTEKENBOEK_JWKS: 'https://issuer.example/keys',
  KAFKA_BROKERS: 'broker.example:9093',
  KAFKA_USERNAME: 'province',
};

/** Where each image keeps its data, and at which port its servers listen. */
const ENGINES = [
  { image: /^postgres:/, data: '/var/lib/postgresql/data', port: '5432' },
  { image: /\/kurrentdb:/, data: '/var/lib/kurrentdb', port: '2113' },
  { image: /^apache\/kafka:/, data: '/var/lib/kafka/data', port: '9092' },
];
const engineOf = ({ image = '' }: Container) => ENGINES.find((engine) => engine.image.test(image));
const isOneTask = ({ healthcheck, depends_on: waits, restart }: Container): boolean =>
  healthcheck?.disable === true && (restart === 'no' || waits !== undefined);
const secondsOf = (text = ''): number => Number(/^(\d+)s$/.exec(text)?.[1]);
const mountsOf = ({ volumes = [] }: Container) =>
  volumes.map((volume) => {
    const [from = '', to = '', mode] = volume.split(':');
    return { from, to, mode };
  });

describe.each(composeFiles)('%s', (name) => {
  const text = read(join(folder, name));
  const { services, networks, volumes } = composeFileOf(text);
  const containers = Object.entries(services);
  const ours = containers.filter(([service]) => service in managementPorts);
  const settingsOf = (container: Container, values: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(container.environment ?? {}).map(([setting, value]) => [
        setting,
        filledIn(value, values),
      ]),
    );
  const breaking = (rule: (container: Container, service: string) => boolean, of = containers) =>
    of.filter(([service, container]) => !rule(container, service)).map(([service]) => service);

  it('runs every service that runs apart, by its own program', () => {
    expect(ours.map(([service]) => service).sort()).toEqual(Object.keys(managementPorts).sort());
    expect(
      breaking(({ command = [] }, service) => command[0] === `apps/${service}/dist/main.js`, ours),
    ).toEqual([]);
  });

  it('gives its services only settings that a program reads', () => {
    const given = ours.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(given.filter((setting) => !knownSettings.has(setting))).toEqual([]);
  });

  it.each([
    ['trial', FILLED_IN],
    ['real use', FOR_REAL_USE],
  ])('gives its services settings that the program accepts for %s', (_, values) => {
    for (const [, container] of ours) {
      const settings = readSettings(settingsOf(container, values), '/data');
      expect(settings.readModels.kind).toBe('POSTGRES');
      expect(settings.eventStore.kind).toBe(name === 'compose.yaml' ? 'KURRENTDB' : 'POSTGRES');
      if (name === 'compose.yaml') expect(settings.kafka).toMatchObject({ ssl: true, replicas: 3 });
    }
  });

  it('does not start before what it needs was filled in', () => {
    const start = (values: Readonly<Record<string, string>>) =>
      containers.forEach(([, container]) => settingsOf(container, values));
    const asked = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, variable = '']) => variable);
    for (const variable of asked) expect(() => start({ ...FILLED_IN, [variable]: '' })).toThrow(variable);
    expect(asked).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD', 'INTEKENBOEK_DEMONSTRATION']));
  });

  it('gives each service the ports that are its own', () => {
    expect(
      breaking(
        ({ environment = {} }, service) => environment['MANAGEMENT_PORT'] === managementPorts[service],
        ours,
      ),
    ).toEqual([]);
    expect(services['api']?.environment?.['PORT']).toBe(publicPort);
    expect(services['api']?.ports?.map((port) => port.split(':').at(-1))).toEqual([publicPort]);
  });

  it('names servers that are in the file, at the ports where they listen', () => {
    const addresses = ours.flatMap(([, container]) => {
      const settings = settingsOf(container, { ...FILLED_IN, KAFKA_BROKERS: '' });
      const of = Object.keys(settings).filter((setting) => /_(URL|BROKERS)$/.test(setting));
      return of.flatMap((setting) => [
        ...(settings[setting] ?? '').matchAll(/(?<=[@,]|^)([\w-]+):(\d+)(?=[,/?]|$)/g),
      ]);
    });
    expect(addresses.length).toBeGreaterThan(0);
    for (const [, host = '', port] of addresses)
      expect({ host, port }).toEqual({ host, port: engineOf(services[host] ?? {})?.port });
  });

  it('gives each service longer to stop than it may take', () => {
    const stopSeconds = (SERVICE_LIMITS.stopMs + SERVICE_LIMITS.drainMs) / 1_000;
    expect(breaking(({ stop_grace_period: grace }) => secondsOf(grace) > stopSeconds, ours)).toEqual([]);
  });

  it('gives nobody more rights or more of the machine than it needs', () => {
    expect(breaking(({ cap_drop: dropped = [] }) => dropped.join() === 'ALL')).toEqual([]);
    expect(breaking(({ security_opt: opts = [] }) => opts.includes('no-new-privileges:true'))).toEqual([]);
    expect(breaking(({ read_only: isReadOnly }) => isReadOnly === true, ours)).toEqual([]);
    const lasting = containers.filter(([, container]) => !isOneTask(container));
    expect(breaking(({ restart }) => restart === 'unless-stopped', lasting)).toEqual([]);
    const isLimited = ({ deploy }: Container) =>
      Object.keys(deploy?.resources?.limits ?? {})
        .sort()
        .join() === 'cpus,memory';
    expect(breaking(isLimited, lasting)).toEqual([]);
  });

  it('waits for others until they are well, and only for those that can tell', () => {
    const awaited = containers.flatMap(([, { depends_on: waits = {} }]) => Object.entries(waits));
    expect(awaited.length).toBeGreaterThan(0);
    for (const [service, { condition }] of awaited) {
      const container = services[service] ?? {};
      const end = isOneTask(container) ? 'service_completed_successfully' : 'service_healthy';
      expect({ service, condition, tells: container.healthcheck !== undefined }).toEqual({
        service,
        condition: end,
        tells: true,
      });
    }
  });

  it('names the version of every image that is not our own', () => {
    const others = containers.filter(([service]) => !(service in managementPorts));
    expect(breaking(({ image = '' }) => isPinned(image), others)).toEqual([]);
  });

  it('keeps what must last in a volume of its own', () => {
    const engines = containers.filter(([, one]) => engineOf(one) !== undefined && !isOneTask(one));
    expect(engines.length).toBeGreaterThan(0);
    const places = engines.map(([, one]) => mountsOf(one).find(({ to }) => to === engineOf(one)?.data)?.from);
    expect(places.filter((from) => from === undefined || !(from in volumes))).toEqual([]);
    expect(new Set(places).size).toBe(places.length);
  });

  it('mounts files that are there, and cannot change them', () => {
    const certificates = read(join(folder, 'make-certificates.sh'));
    const mounted = containers.flatMap(([, one]) => mountsOf(one)).filter(({ from }) => from.startsWith('.'));
    for (const { from, mode } of mounted) {
      expect({ from, mode }).toEqual({ from, mode: 'ro' });
      const path = join(folder, from).replaceAll('\\', '/');
      const [, made] = /\/certificates\/([a-z]+)/.exec(path) ?? [];
      if (made !== undefined) expect(certificates).toContain(made);
      else expect(files.filter((file) => file === path || dirname(file) === path)).not.toEqual([]);
    }
  });

  it('uses the networks and volumes that it declares, and declares none besides', () => {
    const used = containers.flatMap(([, container]) => container.networks ?? []);
    expect([...new Set(used)].sort()).toEqual(Object.keys(networks).sort());
    const mounted = containers.flatMap(([, one]) => mountsOf(one)).map(({ from }) => from);
    const named = mounted.filter((from) => /^[a-z]/.test(from));
    expect([...new Set(named)].sort()).toEqual(Object.keys(volumes).sort());
  });

  it('lets nobody from outside this machine in, and the engines not out', () => {
    const ports = containers.flatMap(([, container]) => container.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    const isShut = (one: Container) =>
      (one.networks ?? []).every((network) => networks[network]?.internal === true);
    expect(breaking((one) => engineOf(one) === undefined || isShut(one))).toEqual([]);
  });

  it('lets who verifies tokens reach their issuer, and share the keys of the demonstration', () => {
    const verifying = ours.filter(([service]) => verifyingServices.includes(service));
    expect(breaking(({ networks: joined = [] }) => joined.includes('public'), verifying)).toEqual([]);
    const places = verifying.map(([, one]) => mountsOf(one).find(({ to }) => to === '/data')?.from);
    expect(places.map((place) => place !== undefined && place in volumes)).toEqual(places.map(() => true));
    expect(new Set(places).size).toBe(1);
  });

  it('holds no secret', () => {
    const given = containers.flatMap(([, { environment = {} }]) => Object.entries(environment));
    const kept = given.flatMap(([setting, value]) => {
      const [, inAddress] = /:\/\/[^/@:]*:(.*)@/.exec(value) ?? [];
      return /PASSWORD|SECRET|TOKEN/.test(setting) ? [value] : (inAddress ?? []);
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((value) => !/^\$\{\w+:[-?][^}]*\}$/.test(value))).toEqual([]);
  });
});

describe('.env.example', () => {
  it('names every variable of the Compose files, and no other', () => {
    const used = composeFiles.flatMap((name) => [...variablesIn(read(join(folder, name)))]);
    expect(Object.keys(exampleSettings).sort()).toEqual([...new Set(used)].sort());
  });

  it('leaves every secret to be filled in', () => {
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((name) => exampleSettings[name] !== '')).toEqual([]);
  });

  it('is never filled in and committed, nor are keys', () => {
    expect(read(join(folder, '.gitignore')).split('\n')).toEqual(
      expect.arrayContaining(['/.env', '/certificates']),
    );
  });
});

describe('the brokers of Compose', () => {
  const broker = read(join(folder, 'kafka/server.properties'));

  it('are of the version that tests run on', () => {
    const [, version] = /<kafka\.version>([^<]+)</.exec(read('infra/kafka/pom.xml')) ?? [];
    expect(read(join(folder, 'compose.yaml'))).toContain(`apache/kafka:${version}\n`);
  });

  it('keep a message on three, acknowledge it from two, and make no topic by themselves', () => {
    const said = Object.fromEntries(broker.split('\n').map((line) => line.split(/=(.*)/s)));
    expect(said).toMatchObject({
      'default.replication.factor': '3',
      'min.insync.replicas': '2',
      'unclean.leader.election.enable': 'false',
      'auto.create.topics.enable': 'false',
      'offsets.topic.replication.factor': '3',
    });
  });

  it('let clients in with TLS and a password only', () => {
    expect(broker).toMatch(/^listener\.security\.protocol\.map=.*\bCLIENTS:SASL_SSL\b/m);
    expect(broker).toMatch(/^listeners=.*\bCLIENTS:\/\/:9092\b/m);
  });
});

describe('Prometheus in Compose', () => {
  it('asks each service for its figures where it gives them', () => {
    const text = read(join(folder, 'prometheus.yaml'));
    const asked = [...text.matchAll(/names: \[(\w+)\], type: A, port: (\d+)/g)].map(([, name, port]) => [
      name,
      port,
    ]);
    expect(Object.fromEntries(asked)).toEqual(managementPorts);
    expect(text).toContain(`metrics_path: ${healthPaths.metrics}\n`);
  });
});
