import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';

import type { Readiness, ReadinessCheck } from './readiness.port';
import { READINESS_CHECKS } from './tokens';

/** For whoever keeps this process running. */
@Controller('health')
export class HealthController {
  constructor(@Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** The process answers. If it does not: start it again. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 when requests may be sent here, 503 with what is not in order yet. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ status: 'ready' | 'not ready'; checks: readonly Readiness[] }> {
    const checks = await Promise.all(this.checks.map((one) => one.check()));
    const isReady = checks.every((one) => one.isReady);
    response.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not ready', checks };
  }
}
