import { inScope } from '../scope/work-scope';
import { lineWriter, logOf } from './log';

describe('the log of a service', () => {
  const lines: string[] = [];
  const write = lineWriter({
    service: 'relay',
    version: '1.2.3',
    destination: { write: (line) => void lines.push(line) },
  });
  const log = logOf(write);
  beforeEach(() => (lines.length = 0));
  const line = () => JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;

  it('has level, time, service, version, message and facts in every line', () => {
    log({ level: 'warn', message: 'The broker is slow.', facts: { topic: 'agreements', waiting: 3 } });
    expect(line()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      service: 'relay',
      version: '1.2.3',
      msg: 'The broker is slow.',
      topic: 'agreements',
      waiting: 3,
    });
  });

  it('has the correlation id and the trace of the work that a line belongs to', () => {
    const caller = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), isSampled: true };
    const scope = { correlationId: 'correlation-1', caller, span: undefined };
    inScope(scope, () => log({ level: 'info', message: 'Published.' }));
    const { correlationId, traceId, spanId } = line();
    expect({ correlationId, traceId, spanId }).toEqual({
      correlationId: 'correlation-1',
      traceId: caller.traceId,
      spanId: caller.spanId,
    });
  });

  it('keeps tokens and passwords to itself, wherever they stand', () => {
    write('info', {
      token: 's3cret',
      request: { authorization: 'Bearer s3cret', headers: { authorization: 'Bearer s3cret' } },
      database: { password: 's3cret' },
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('s3cret');
  });

  it('has name, message and stack of an error, and not the values that went with it', () => {
    const error = Object.assign(new TypeError('No such column.'), { parameters: ['Anna de Wit'] });
    log({ level: 'error', message: 'It failed.', error });
    expect(line()).toMatchObject({
      msg: 'It failed.',
      error: { name: 'TypeError', message: 'No such column.' },
    });
    expect(lines[0]).toContain('log.spec');
    expect(lines[0]).not.toContain('Anna');
  });

  it('is one line for each fact, whatever is in it', () => {
    log({ level: 'info', message: 'a\nb "c"', facts: { text: '\u2028{"level":"fatal"}\n' } });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain('\n');
    expect(line()).toMatchObject({ level: 'info', msg: 'a\nb "c"' });
  });
});
