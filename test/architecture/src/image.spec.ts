import { healthPaths, isPinned, knownSettings, managementPorts } from './deployed-program';
import { manifestOf, read } from './workspace';

const dockerfile = read('infra/images/Dockerfile');
const ignored = read('.dockerignore').split('\n');

describe('the container image', () => {
  const [, base = ''] = /^ARG NODE_IMAGE=(\S+)$/m.exec(dockerfile) ?? [];

  it('has the Node of the packages, of a version that is named', () => {
    expect(isPinned(base)).toBe(true);
    expect(base).toContain(`node:${read('.nvmrc').trim()}-`);
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from)).toEqual([
      '${NODE_IMAGE}',
      '${NODE_IMAGE}',
    ]);
  });

  it('runs as a user that is not root, told by its number', () => {
    const [, user = '', group = ''] = /^USER (\d+):(\d+)$/m.exec(dockerfile) ?? [];
    expect(Number(user)).toBeGreaterThan(0);
    expect(Number(group)).toBeGreaterThan(0);
  });

  it('carries the version of the product', () => {
    const { version } = manifestOf('.') as unknown as { readonly version: string };
    expect(dockerfile).toContain(`ARG VERSION=${version}\n`);
  });

  it('sets only what a program reads', () => {
    const [, block = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(dockerfile) ?? [];
    const names = [...block.matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !knownSettings.has(name))).toEqual([]);
  });

  it('opens the ports of all services', () => {
    const [, ports = ''] = /^EXPOSE (.*)$/m.exec(dockerfile) ?? [];
    expect(ports.split(' ')).toEqual(expect.arrayContaining(Object.values(managementPorts)));
  });

  it('asks a service how it is where the service answers', () => {
    const asked = read('infra/images/healthy.mjs');
    for (const question of ['live', 'ready'] as const) {
      expect(healthPaths[question]).toBe(`/health/${question}`);
      expect(asked).toContain(`'${question}'`);
    }
    expect(asked).toContain('/health/${question}');
    expect(dockerfile).toMatch(/^HEALTHCHECK .*"healthy\.mjs", "live"\]$/m);
  });

  it('is built from what is named, and from no data, secrets or packages of this machine', () => {
    expect(ignored).toContain('*');
    expect(ignored).toEqual(
      expect.arrayContaining(['**/node_modules', '**/dist', '**/.env', '**/*.sqlite*']),
    );
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(\S+)/gm)].map(([, path = '']) => path);
    expect(copied.filter((path) => path !== '.' && !ignored.includes(`!${path}`))).toEqual([]);
  });
});
