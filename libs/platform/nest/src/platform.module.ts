import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';

import { CommandInterceptor } from './command.interceptor';
import { HealthController } from './health.controller';
import { inputPipe } from './input.pipe';
import { KernelErrorFilter, PublicErrorFilter } from './kernel-error.filter';
import { WaitForInterceptor } from './wait-for.interceptor';

/** What holds for every request. Needs READ_MODEL_GATE and READINESS_CHECKS from a global module
 * of the app, and observes commands where that has a COMMAND_OBSERVER. */
@Module({
  controllers: [HealthController],
  providers: [
    { provide: APP_PIPE, useFactory: inputPipe },
    { provide: APP_INTERCEPTOR, useClass: CommandInterceptor },
    { provide: APP_INTERCEPTOR, useClass: WaitForInterceptor },
    { provide: APP_FILTER, useClass: KernelErrorFilter },
    { provide: APP_FILTER, useClass: PublicErrorFilter },
  ],
})
export class PlatformModule {}
