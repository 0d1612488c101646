import { JsonLogger } from './json-logger';

describe('the log', () => {
  const lines: string[] = [];
  const logger = new JsonLogger({ destination: { write: (line) => void lines.push(line) } });
  beforeEach(() => (lines.length = 0));
  const line = () => JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;

  it('has a level, a time, a message and a context in every line', () => {
    logger.warn('The disk is nearly full.', 'Storage');
    expect(line()).toMatchObject({ level: 'warn', msg: 'The disk is nearly full.', context: 'Storage' });
    expect(line()['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('keeps tokens to itself, wherever they stand', () => {
    logger.log({
      authorization: 'Bearer a.b.c',
      request: { headers: { authorization: 'Bearer a.b.c' } },
      token: 'a.b.c',
    });
    expect(lines[0]).not.toContain('a.b.c');
  });

  it('has name, message and stack of an error, and not the values that went with it', () => {
    logger.error(Object.assign(new TypeError('No such column.'), { parameters: ['Anna de Wit'] }), 'Sql');
    expect(line()).toMatchObject({
      error: { name: 'TypeError', message: 'No such column.' },
      context: 'Sql',
    });
    expect(lines[0]).not.toContain('Anna');
  });

  it('is quiet about what Nest does when it starts', () => {
    logger.log('PartiesModule dependencies initialized', 'InstanceLoader');
    expect(lines).toEqual([]);
  });
});
