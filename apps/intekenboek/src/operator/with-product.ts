import { createMetrics } from '@intekenboek/platform-telemetry';
import {
  ConfigRefused,
  type Ground,
  openGround,
  readSettings,
  type Settings,
  VERSION,
} from '@intekenboek/product-composition';

import { ArgumentRefused, type OperatorDesk } from './operator-command';

/** The engines that the settings name, for one command. @throws ArgumentRefused when a setting is wrong. */
export async function withGround<T>(
  desk: OperatorDesk,
  work: (ground: Ground, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = settingsOf(desk);
  const ground = await openGround(settings, {
    metrics: createMetrics({ service: 'operator', version: VERSION, ofProcess: false }),
    // Who waits at a terminal wants to know at once that a server is away.
    reach: (_setting, open) => open(),
    log: ({ level, message }) => {
      if (level !== 'info' && level !== 'debug') desk.complain({ nl: message, en: message });
    },
  });
  try {
    return await work(ground, settings);
  } finally {
    await ground.close();
  }
}

function settingsOf({ env, folder }: OperatorDesk): Settings {
  try {
    return readSettings(env, folder);
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    throw new ArgumentRefused({ nl: error.message, en: error.message });
  }
}
