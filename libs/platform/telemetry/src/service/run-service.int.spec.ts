import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ServiceProcess } from './service-process.fixtures';

describe('the life of a service', () => {
  let service: ServiceProcess | undefined;
  const live = (life: string, ...more: readonly string[]): ServiceProcess =>
    (service = ServiceProcess.start(life, ...more));
  afterEach(() => service?.kill());

  const messages = ({ lines }: ServiceProcess) => lines.map(({ msg }) => msg);
  const fatal = ({ lines }: ServiceProcess) => lines.filter(({ level }) => level === 'fatal');

  describe('that is orderly', () => {
    it.each(['SIGTERM', 'SIGINT'] as const)(
      'ends with 0 at %s, and stops what came last first',
      async (signal) => {
        const one = live('orderly');
        await one.line(/started/);
        one.signal(signal);
        expect(await one.exitCode()).toBe(0);
        expect(messages(one).slice(-5)).toEqual([
          'example: stoppen … | stopping …',
          'service has stopped.',
          'second part has stopped.',
          'first part has stopped.',
          'example: gestopt | stopped.',
        ]);
      },
    );

    it('is alive and ready, and tells its figures', async () => {
      const one = live('orderly');
      await one.line(/started/);
      expect(await one.ask('/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' });
      const ready = await one.ask('/health/ready');
      expect([ready.status, JSON.parse(ready.text)]).toEqual([
        200,
        { status: 'ready', checks: [{ name: 'example', isReady: true, detail: null }] },
      ]);
      expect((await one.ask('/metrics')).text).toContain('intekenboek_build_info');
    });

    it('lives on when nothing of it keeps the process alive', async () => {
      const one = live('without anything that keeps it alive');
      await one.line(/started/);
      one.signal('SIGTERM');
      expect(await one.exitCode()).toBe(0);
    });
  });

  describe('that is asked to stop', () => {
    it('is alive and not ready until it has stopped', async () => {
      const one = live('stopping when it is told');
      await one.line(/started/);
      one.signal('SIGTERM');
      const answer = await one.askUntil('/health/ready', ({ status }) => status === 503);
      expect(JSON.parse(answer)).toMatchObject({ checks: [{ isReady: false, detail: 'stopping' }] });
      expect(await one.ask('/health/live')).toMatchObject({ status: 200 });
      one.signal('SIGUSR2');
      expect(await one.exitCode()).toBe(0);
    });

    it('is not ready first, and stops nothing before a load balancer can have noticed', async () => {
      const one = live('draining');
      await one.line(/started/);
      one.signal('SIGTERM');
      await one.askUntil('/health/ready', ({ status }) => status === 503);
      expect(messages(one).filter((message) => message.includes('has stopped'))).toEqual([]);
    });

    it('waits for what it is still opening, and then closes that too', async () => {
      const one = live('that starts slowly');
      await one.line(/Opening/);
      one.signal('SIGTERM');
      await one.line(/stopping/);
      one.signal('SIGUSR2');
      expect(await one.exitCode()).toBe(0);
      expect(messages(one)).toContain('service has stopped.');
      expect(messages(one)).toContain('first part has stopped.');
    });

    it.each([
      ['SIGTERM', 143],
      ['SIGINT', 130],
    ] as const)('ends at once at a second %s, with %i', async (signal, code) => {
      const one = live('stopping when it is told');
      await one.line(/started/);
      one.signal('SIGTERM');
      await one.line(/stopping/);
      one.signal(signal);
      expect(await one.exitCode()).toBe(code);
      expect(messages(one)).not.toContain('second part has stopped.');
    });

    it('ends with 1 when a part does not stop in time, and says which part and what had to wait for it', async () => {
      const one = live('with a part that never stops');
      await one.line(/started/);
      one.signal('SIGTERM');
      expect(await one.exitCode()).toBe(1);
      expect(await one.line(/did not stop/)).toMatchObject({
        level: 'error',
        part: 'second part',
        notBegun: 'first part, management server, traces',
      });
    });

    it('stops all others when one part cannot be stopped, and ends with 1', async () => {
      const one = live('with a part that cannot be stopped');
      await one.line(/started/);
      one.signal('SIGTERM');
      expect(await one.exitCode()).toBe(1);
      expect(await one.line(/second part.*could not be stopped/)).toMatchObject({ error: 'It is stuck.' });
      expect(messages(one)).toContain('first part has stopped.');
    });
  });

  describe('that meets an error that nobody foresaw', () => {
    it.each([
      ['with a fault', 'TypeError', 'It is not a function.'],
      ['with a promise that nobody keeps', 'RangeError', 'Broken promise.'],
    ])('ends with 1 and tells of it: %s', async (life, name, message) => {
      const one = live(life);
      await one.line(/started/);
      one.signal('SIGUSR2');
      expect(await one.exitCode()).toBe(1);
      expect(fatal(one)).toMatchObject([{ error: { name, message, stack: expect.stringContaining(name) } }]);
    });

    it('stops in order when it gives up itself, and ends with 1', async () => {
      const one = live('that gives up');
      await one.line(/started/);
      one.signal('SIGUSR2');
      expect(await one.exitCode()).toBe(1);
      expect(fatal(one)).toMatchObject([{ error: { message: 'The lease table is gone.' } }]);
      expect(messages(one)).toContain('first part has stopped.');
    });
  });

  describe('that cannot start', () => {
    it('ends with 2 when a setting is wrong, in the words of who refused it, and stops what was begun', async () => {
      const one = live('that cannot start with its settings');
      expect(await one.exitCode()).toBe(2);
      expect(fatal(one)).toMatchObject([{ msg: 'PORT=x: geef een getal | give a number.' }]);
      expect(fatal(one)[0]).not.toHaveProperty('error');
      expect(messages(one)).toContain('second part has stopped.');
    });

    it('ends with 2 when the product says that an error is about a setting', async () => {
      const one = live('that its own words refuse');
      expect(await one.exitCode()).toBe(2);
      expect(fatal(one)).toMatchObject([{ msg: 'KAFKA_BROKERS is missing.' }]);
    });

    it('ends with 2 when the port of its management server is taken', async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as AddressInfo;
      const one = live('orderly', String(port));
      const code = await one.exitCode();
      other.close();
      expect(code).toBe(2);
      expect(fatal(one)[0]?.msg).toMatch(`MANAGEMENT_PORT=${port}`);
    });

    it('ends with 1 when nobody knows why', async () => {
      const one = live('that cannot start');
      expect(await one.exitCode()).toBe(1);
      expect(fatal(one)).toMatchObject([{ error: { message: 'No idea.' } }]);
    });

    it('ends with 1 at once when its code is wrong: no server is waited for', async () => {
      const one = live('whose code is wrong');
      expect(await one.exitCode()).toBe(1);
      expect(messages(one).filter((message) => message.startsWith('DATABASE_URL'))).toEqual([]);
    });
  });

  describe('whose server is away', () => {
    it('waits, says in two languages which setting it is about, and goes on when the server is there', async () => {
      const one = live('whose server comes later');
      const { msg, level, setting } = await one.line(/^DATABASE_URL/);
      expect([level, setting]).toEqual(['warn', 'DATABASE_URL']);
      expect(msg).toMatch(/is er niet.*ECONNREFUSED.*is away.*next try in \d/);
      const answer = await one.askUntil('/health/ready', ({ text }) => text.includes('DATABASE_URL'));
      expect(answer).toContain('"status":"not ready"');
      one.signal('SIGUSR2');
      await one.line(/started/);
      expect((await one.ask('/health/ready')).status).toBe(200);
      one.signal('SIGTERM');
      expect(await one.exitCode()).toBe(0);
    });

    it('ends with 3 when the server stays away, and stops what was begun', async () => {
      const one = live('whose server stays away');
      expect(await one.exitCode()).toBe(3);
      expect(messages(one).filter((message) => message.includes('next try')).length).toBeGreaterThan(1);
      expect(fatal(one)).toMatchObject([{ setting: 'DATABASE_URL' }]);
      expect(messages(one)).toContain('first part has stopped.');
    });

    it('ends with 0 when it is asked to stop while it waits', async () => {
      const one = live('whose server is away for long');
      await one.line(/next try/);
      one.signal('SIGTERM');
      expect(await one.exitCode()).toBe(0);
      expect(fatal(one)).toEqual([]);
      expect(messages(one)).toContain('first part has stopped.');
    });

    it('keeps the password in the address of the server to itself', async () => {
      const one = live('whose server stays away');
      await one.exitCode();
      expect(JSON.stringify(one.lines)).toContain('127.0.0.1:5432');
      expect(JSON.stringify(one.lines)).not.toContain('s3cret');
    });
  });
});
