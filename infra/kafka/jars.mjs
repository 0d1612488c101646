// The programs that a broker needs: Java, and the jars of pom.xml, which Maven fetches from Maven Central once.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const JAVA_MIN = 17;
const FETCH_MS = 600_000;
const folder = import.meta.dirname;
const pom = join(folder, 'pom.xml');

/** Something the person has to know and can act on. */
export class KafkaMissing extends Error {}

/** Kafka 4 needs Java 17 or newer. */
export function requireJava() {
  const asked = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(asked.stderr ?? '')?.[1];
  if (asked.status === 0 && Number(version) >= JAVA_MIN) return;
  const found = version ? `Java ${version} is too old for Kafka` : 'There is no Java here';
  throw new KafkaMissing(
    `${found}; it needs ${JAVA_MIN} or newer. On Debian: apt-get install openjdk-17-jre-headless`,
  );
}

/** The class path of a broker. The first time, and after a change of pom.xml, the jars (about 50 MB) are fetched. */
export function classPath(tell = () => {}) {
  const name = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const jars = join(folder, '.jars', name);
  if (!existsSync(jars)) fetchInto(jars, tell);
  return join(jars, '*');
}

function fetchInto(jars, tell) {
  if (spawnSync('mvn', ['-v'], { stdio: 'ignore' }).status !== 0) {
    throw new KafkaMissing(
      'Maven has to fetch Kafka once, and is not here. On Debian: apt-get install maven',
    );
  }
  tell('Fetching Kafka from Maven Central (about 50 MB, only once) …');
  // Into a folder beside it, so that whoever finds the folder finds all of it.
  const partial = `${jars}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${partial}`];
  const args = ['-q', '-B', '-f', pom, ...goal];
  const fetched = spawnSync('mvn', args, { encoding: 'utf8', timeout: FETCH_MS });
  try {
    if (fetched.status !== 0) {
      const said = `${fetched.stdout}${fetched.stderr}`.trim().split('\n').slice(0, 5).join('\n');
      throw new KafkaMissing(`Maven could not fetch Kafka. Is Maven Central within reach? It said:\n${said}`);
    }
    if (!existsSync(jars)) renameSync(partial, jars);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
