export type Language = 'nl' | 'en';

/** The same in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** What a shell is told when the program ends. */
export const EXIT = {
  done: 0,
  /** It could not be done; the message says why and what to do. */
  failed: 1,
  /** The arguments are wrong; nothing was touched. */
  misused: 2,
  /** It was done, but the outcome is not what was wanted: logs differ, or the source still grows. */
  incomplete: 3,
  /** Ctrl-C, or a request to stop. */
  stopped: 130,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** It could not be done. The text says why and what to do. */
export class CommandFailed extends Error {
  override readonly name: string = 'CommandFailed';

  constructor(
    readonly text: Text,
    readonly exit: Exit = EXIT.failed,
  ) {
    super(text.en);
  }
}

/** An argument is missing or wrong. The text names it and says what to give. */
export class ArgumentRefused extends CommandFailed {
  override readonly name = 'ArgumentRefused';

  constructor(text: Text) {
    super(text, EXIT.misused);
  }
}
