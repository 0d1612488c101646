// What the scripts say to the person who starts them: Dutch when the system is Dutch, otherwise English.

const english = {
  nodeTooOld: (found) =>
    `Intekenboek needs Node.js 20.19 or newer to set itself up, and this is ${found}. Install Node.js 24 and try again.`,
  nodeCannotRun: (found, platform) =>
    `Intekenboek runs on Node.js 22.16 or newer, and this is ${found}. For ${platform} there is none among its packages: install Node.js 24 and try again.`,
  waiting: (pid) => `Another process (${pid}) is setting up this folder; waiting for it …`,
  installing:
    'Installing the packages it is built on (a minute or so; only the first time and after an update) …',
  building: 'Building what has changed …',
  stillBusy: (seconds) => `  … still busy (${seconds} s)`,
  ready: (seconds) => `  ready in ${seconds} s.`,
  failed: 'That did not work. What it said:',
  noPackages:
    'Are the npm packages within reach of this machine? Nothing of yours was changed; try again later.',
  nothingBuilt: (file) => `There is nothing to start: ${file} was not built.`,
  killed: (signal) => `Intekenboek was stopped from outside (${signal}).`,
  withoutWaiting: 'Stopping at once. What was acknowledged is kept.',
};

const dutch = {
  nodeTooOld: (found) =>
    `Intekenboek heeft Node.js 20.19 of nieuwer nodig om zich klaar te zetten; dit is ${found}. Installeer Node.js 24 en probeer het opnieuw.`,
  nodeCannotRun: (found, platform) =>
    `Intekenboek draait op Node.js 22.16 of nieuwer; dit is ${found}. Voor ${platform} zit er geen bij de pakketten: installeer Node.js 24 en probeer het opnieuw.`,
  waiting: (pid) => `Een ander proces (${pid}) is deze map aan het klaarzetten; even wachten …`,
  installing:
    'De pakketten installeren waar het op gebouwd is (ongeveer een minuut; alleen de eerste keer en na een wijziging) …',
  building: 'Bouwen wat er veranderd is …',
  stillBusy: (seconds) => `  … nog bezig (${seconds} s)`,
  ready: (seconds) => `  klaar in ${seconds} s.`,
  failed: 'Dat is niet gelukt. De melding was:',
  noPackages:
    'Zijn de npm-pakketten bereikbaar vanaf deze machine? Er is niets van u veranderd; probeer het later opnieuw.',
  nothingBuilt: (file) => `Er is niets om te starten: ${file} is niet gebouwd.`,
  killed: (signal) => `Intekenboek is van buitenaf gestopt (${signal}).`,
  withoutWaiting: 'Direct gestopt. Wat bevestigd was, blijft bewaard.',
};

export function wordsFor(environment) {
  const language =
    environment.INTEKENBOEK_LANG || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return language.toLowerCase().startsWith('nl') ? dutch : english;
}
