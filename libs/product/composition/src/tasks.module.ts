import { JsonLogger } from '@intekenboek/platform-nest';
import type { ServiceContext, WriteLine } from '@intekenboek/platform-telemetry';
import {
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { Background, type BackgroundTask } from './background';

/** Tasks as long as the application lives. */
class TaskRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly background: Background,
    private readonly tasks: readonly BackgroundTask[],
  ) {}

  onApplicationBootstrap(): void {
    for (const task of this.tasks) this.background.start(task);
  }

  onApplicationShutdown(): Promise<void> {
    return this.background.stop();
  }
}

/** A service that answers nobody: what it does goes on in the background. */
@Module({})
export class TasksModule {
  static with(background: Background, tasks: readonly BackgroundTask[]): DynamicModule {
    const runner = { provide: TaskRunner, useFactory: () => new TaskRunner(background, tasks) };
    return { module: TasksModule, providers: [runner] };
  }
}

/** Starts tasks in a Nest application without HTTP; they stop with the service. */
export async function startTasks(
  { context, write }: { readonly context: ServiceContext; readonly write: WriteLine },
  tasks: readonly BackgroundTask[],
): Promise<void> {
  const root = TasksModule.with(new Background(context.log, (error) => context.fail(error)), tasks);
  const app = await NestFactory.createApplicationContext(root, {
    logger: new JsonLogger(write),
    abortOnError: false,
  });
  context.onStop('tasks', () => app.close());
}
