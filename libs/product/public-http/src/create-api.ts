import { bearerMiddleware } from '@intekenboek/identity-http';
import { configureHttp, JsonLogger } from '@intekenboek/platform-nest';
import { logOf, StartRefused, type WriteLine } from '@intekenboek/platform-telemetry';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { AppModule, type AppOptions } from './app.module';

/** The HTTP application: GraphQL, health and the first page. It listens nowhere yet. */
export async function createApi(options: AppOptions, write: WriteLine): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(options), {
    bodyParser: false,
    logger: new JsonLogger(write),
    abortOnError: false,
    forceCloseConnections: true,
  });
  configureHttp(app, logOf(write));
  app.use(bearerMiddleware(options.identity.verifier));
  return app;
}

/** Takes requests from now on, and gives the port. @throws StartRefused when the port is taken. */
export async function listen(
  app: NestExpressApplication,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw isTaken ? StartRefused.portTaken('PORT', port) : error;
  }
  return (app.getHttpServer().address() as { port: number }).port;
}
