// node healthy.mjs live | ready: asks the service in this container how it is; exit code 0 when it is so.
const question = process.argv[2] === 'ready' ? 'ready' : 'live';
const address = `http://127.0.0.1:${process.env.MANAGEMENT_PORT}/health/${question}`;

try {
  const { ok } = await fetch(address);
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
