import {
  CommandFailed,
  EXIT,
  type Exit,
  type OperatorCommand,
  type OperatorDesk,
  type Text,
} from './operator-command';

const USAGE: Text = {
  nl: 'Gebruik: npm run operator -- <opdracht> [argumenten]\n\nOpdrachten:',
  en: 'Usage: npm run operator -- <command> [arguments]\n\nCommands:',
};
const STOPPED: Text = { nl: 'Gestopt.', en: 'Stopped.' };

/** Does what the operator asks in `argv`, and tells it in words. Never throws: the exit code says how it went. */
export async function runOperator(
  argv: readonly string[],
  commands: readonly OperatorCommand[],
  desk: OperatorDesk,
): Promise<Exit> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help') {
    desk.say(listOf(commands));
    return name === undefined ? EXIT.misused : EXIT.done;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    desk.complain({ nl: `${name}: onbekende opdracht.\n`, en: `${name}: unknown command.\n` });
    desk.complain(listOf(commands));
    return EXIT.misused;
  }
  if (args.includes('--help')) {
    desk.say(command.usage);
    return EXIT.done;
  }
  try {
    return await command.run(args, desk);
  } catch (error) {
    return explained(error, command, desk);
  }
}

function explained(error: unknown, { name }: OperatorCommand, { signal, complain }: OperatorDesk): Exit {
  if (signal.aborted) {
    complain(STOPPED);
    return EXIT.stopped;
  }
  if (error instanceof CommandFailed) {
    complain(error.text);
    if (error.exit === EXIT.misused) complain(helpOn(name, name));
    return error.exit;
  }
  const message = withoutPasswords(error instanceof Error ? error.message : String(error));
  complain({ nl: message, en: message });
  return EXIT.failed;
}

/** What an engine says may repeat the address that it was given; in a password any sign may occur. */
export const withoutPasswords = (message: string): string => message.replace(/:\/\/.*@/g, '://…@');

function listOf(commands: readonly OperatorCommand[]): Text {
  const more = helpOn('<opdracht>', '<command>');
  const list = (language: keyof Text): string =>
    [
      USAGE[language],
      ...commands.map(({ name, purpose }) => `  ${name.padEnd(20)}${purpose[language]}`),
      '',
      more[language],
    ].join('\n');
  return { nl: list('nl'), en: list('en') };
}

const helpOn = (opdracht: string, command: string): Text => ({
  nl: `Meer over een opdracht: npm run operator -- ${opdracht} --help`,
  en: `More about a command: npm run operator -- ${command} --help`,
});
