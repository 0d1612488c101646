export type { Log, LogEntry } from '@intekenboek/event-sourcing-core';
