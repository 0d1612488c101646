import { ArgumentRefused, CommandFailed, EXIT, type OperatorCommand } from './operator-command';
import { operatorCommands } from './operator-commands';
import { DeskInMemory } from './operator-desk.fixtures';
import { runOperator } from './run-operator';

/** A command that does what the test says. */
const commandThat = (run: OperatorCommand['run']): OperatorCommand => ({
  name: 'tidy-desk',
  purpose: { nl: 'ruimt het bureau op', en: 'tidies the desk' },
  usage: { nl: 'Alles over opruimen.', en: 'All about tidying.' },
  run,
});

async function outcomeOf(argv: readonly string[], run: OperatorCommand['run'], desk = new DeskInMemory()) {
  const exit = await runOperator(argv, [commandThat(run)], desk);
  return { exit, desk };
}

describe('the command line of the operator', () => {
  it('runs the command with its arguments, and ends as the command did', async () => {
    const { exit } = await outcomeOf(['tidy-desk', '--drawer', 'top'], async (args) => {
      expect(args).toEqual(['--drawer', 'top']);
      return EXIT.incomplete;
    });
    expect(exit).toBe(3);
  });

  it.each([
    ['--help', [['--help'], EXIT.done]],
    ['nothing', [[], EXIT.misused]],
  ] as const)('tells which commands there are when it is given %s', async (_, [argv, expected]) => {
    const { exit, desk } = await outcomeOf(argv, async () => EXIT.failed);
    expect(exit).toBe(expected);
    expect(desk.everythingTold).toMatch(/tidy-desk +tidies the desk/);
  });

  it('tells which commands there are when there is no such one', async () => {
    const { exit, desk } = await outcomeOf(['clean'], async () => EXIT.done);
    expect(exit).toBe(EXIT.misused);
    expect(desk.complaints.join('\n')).toMatch(/^clean: unknown command\.[^]*tidy-desk/);
  });

  it('tells all about a command and runs nothing', async () => {
    const { exit, desk } = await outcomeOf(['tidy-desk', '--drawer', '--help'], async () => EXIT.failed);
    expect({ exit, said: desk.said }).toEqual({ exit: EXIT.done, said: ['All about tidying.'] });
  });

  it.each([
    [
      'a wrong argument',
      new ArgumentRefused({ nl: 'Welke la?', en: 'Which drawer?' }),
      EXIT.misused,
      /^Which drawer\?/,
    ],
    [
      'a failure',
      new CommandFailed({ nl: 'De la zit vast.', en: 'The drawer is stuck.' }),
      EXIT.failed,
      /^The drawer/,
    ],
    ['any other error', new Error('The desk is gone.'), EXIT.failed, /^The desk is gone\.$/],
  ])('tells of %s and ends with its code', async (_, error, expected, message) => {
    const { exit, desk } = await outcomeOf(['tidy-desk'], async () => {
      throw error;
    });
    expect(exit).toBe(expected);
    expect(desk.complaints.join('\n')).toMatch(message);
  });

  it('shows no password that an engine repeats in its complaint', async () => {
    const { desk } = await outcomeOf(['tidy-desk'], async () => {
      throw new Error('No server at postgres://me:p@ss w0/rd@db.example/x.');
    });
    expect(desk.complaints).toEqual(['No server at postgres://…@db.example/x.']);
  });

  it('calls a command that was asked to stop stopped, not failed', async () => {
    const desk = new DeskInMemory();
    const { exit } = await outcomeOf(
      ['tidy-desk'],
      async (_, { signal }) => {
        desk.stop.abort();
        signal.throwIfAborted();
        return EXIT.done;
      },
      desk,
    );
    expect({ exit, complaints: desk.complaints }).toEqual({ exit: EXIT.stopped, complaints: ['Stopped.'] });
  });

  it('speaks Dutch to who reads Dutch', async () => {
    const { desk } = await outcomeOf(['--help'], async () => EXIT.done, new DeskInMemory('nl'));
    expect(desk.everythingTold).toContain('Gebruik: npm run operator');
  });

  it.each(operatorCommands.map(({ name }) => name))('has a name of its own for %s', (name) => {
    expect(operatorCommands.filter((command) => command.name === name)).toHaveLength(1);
  });
});
