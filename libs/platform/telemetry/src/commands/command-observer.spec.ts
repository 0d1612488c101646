import {
  type CommandReceipt,
  DomainError,
  EventStoreUnavailable,
  FEED_START,
} from '@intekenboek/event-sourcing-core';
import { commandMeta, someone } from '@intekenboek/event-sourcing-testing';

import type { LogLine } from '../log/log';
import type { CommandMetrics } from '../metrics/command.metrics';
import { type CommandOrigin, commandObserver, observedCommands } from './command-observer';

class Refused extends DomainError<'TERM_NOT_PASSED'> {}

describe('a command that does not come through GraphQL', () => {
  const [lines, counted]: [LogLine[], Parameters<CommandMetrics['commandHandled']>[0][]] = [[], []];
  const observer = commandObserver({
    log: (line) => void lines.push(line),
    metrics: { commandHandled: (command) => void counted.push(command) },
  });
  beforeEach(() => {
    lines.length = 0;
    counted.length = 0;
  });

  const command = { type: 'PassTerm', data: { text: 'Anna de Wit' }, meta: commandMeta() };
  const receipt: CommandReceipt = {
    stream: 'case-1',
    revision: 3,
    position: FEED_START,
    isUnchanged: false,
  };
  const handling = (answer: Promise<CommandReceipt>, origin: CommandOrigin = 'policy') =>
    observedCommands(() => answer, observer, origin)(command);

  it('is told in one line, with its answer unchanged', async () => {
    expect(await handling(Promise.resolve(receipt))).toBe(receipt);
    const { personId, partyId } = someone();
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'Command accepted.',
        facts: {
          kind: 'access',
          event: 'PassTerm',
          result: 'accepted',
          code: null,
          origin: 'policy',
          personId,
          partyId,
          commandId: command.meta.commandId,
          ms: expect.any(Number) as number,
        },
      },
    ]);
    expect(counted).toMatchObject([{ operation: 'PassTerm', result: 'accepted', code: null }]);
  });

  it('is told with the code when it is refused, and with the kind of error when it fails', async () => {
    await expect(handling(Promise.reject(new Refused('TERM_NOT_PASSED')))).rejects.toThrow(Refused);
    const away = new EventStoreUnavailable('The disk of Anna is full.');
    await expect(handling(Promise.reject(away))).rejects.toBe(away);
    expect(lines.map(({ facts }) => [facts?.['result'], facts?.['code']])).toEqual([
      ['refused', 'TERM_NOT_PASSED'],
      ['failed', 'EventStoreUnavailable'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('Anna');
  });

  it('leaves no line when a policy asked for what was so already, and one when somebody else did', async () => {
    const unchanged = { ...receipt, isUnchanged: true };
    await handling(Promise.resolve(unchanged));
    expect([lines, counted]).toMatchObject([[], [{ result: 'unchanged' }]]);
    await handling(Promise.resolve(unchanged), 'message');
    expect(lines).toMatchObject([{ message: 'Command unchanged.', facts: { origin: 'message' } }]);
  });
});
