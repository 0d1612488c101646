// Several Kafka brokers on this machine that keep copies for one another, as those of infra/compose and infra/kubernetes
// do: for tests in which one of them is lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, HOST, newClusterId, prepareBroker, runBroker } from './broker.mjs';

/**
 * Starts `size` brokers in a temporary folder, each of which is a controller too. Every message is kept by all of them, and
 * acknowledged when all but one have it. Settles when they serve; gives their addresses in one word, and each of them as
 * `startBroker` does; `stop` ends all and removes the folder.
 */
export async function startCluster({ size = 3, tell } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'intekenboek-kafka-cluster-'));
  const nodes = [];
  // One after another: a port that is free twice must not be given twice.
  for (let node = 1; node <= size; node += 1)
    nodes.push({ node, port: await freePort(), controllerPort: await freePort() });
  const voters = nodes.map(({ node, controllerPort }) => `${node}@${HOST}:${controllerPort}`).join();
  const cluster = newClusterId();
  const prepared = [];
  for (const { node, port, controllerPort } of nodes) {
    const place = { node, controllerPort, voters, copies: size, cluster };
    const own = join(folder, String(node));
    prepared.push({ own, port, properties: await prepareBroker({ folder: own, port, tell, place }) });
  }
  // All at once: none of them serves before most controllers have found one another.
  const starting = prepared.map(({ own, port, properties }) => runBroker(own, port, properties));
  const started = await Promise.allSettled(starting);
  const members = started.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async () => {
    await Promise.all(members.map((member) => member.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return { brokers: members.map(({ brokers }) => brokers).join(), members, stop };
}
