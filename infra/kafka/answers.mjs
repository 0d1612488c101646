// Whether a broker serves, asked as a client would: it lets nobody in the list of brokers before it can. A port that
// is open tells less.
import { connect } from 'node:net';

const ANSWER_MS = 2_000;
const METADATA = 3;
const VERSION = 5;

/** True when the broker at this address names at least one broker that serves. */
export function hasBrokers(host, port) {
  return new Promise((settle) => {
    const socket = connect({ host, port });
    const chunks = [];
    const end = (answer) => {
      socket.destroy();
      settle(answer);
    };
    socket.setTimeout(ANSWER_MS, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    socket.on('connect', () => socket.write(metadataRequest()));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const answer = Buffer.concat(chunks);
      // Length, number of the request, throttle time, then how many brokers there are: four bytes each.
      if (answer.length >= 16) end(answer.readInt32BE(12) > 0);
    });
  });
}

/** Asks for no topic, so that only the brokers are told. */
function metadataRequest() {
  const body = Buffer.alloc(4 + 4 + 2 + 4 + 1);
  body.writeInt16BE(METADATA, 0);
  body.writeInt16BE(VERSION, 2);
  body.writeInt32BE(1, 4);
  body.writeInt16BE(-1, 8);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
}
