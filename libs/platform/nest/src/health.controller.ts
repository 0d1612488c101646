import { type ReadinessAnswer, type ReadinessCheck, readinessOf } from '@intekenboek/platform-telemetry';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';

import { READINESS_CHECKS } from './tokens';

/** For whoever keeps this process running: as the management server of every service answers. */
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
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessAnswer> {
    const readiness = await readinessOf(this.checks);
    response.status(readiness.status === 'ready' ? 200 : 503);
    return readiness;
  }
}
